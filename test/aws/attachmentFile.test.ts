import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "mocha";
import { AttachmentFileError, readAttachmentFile } from "../../provider/aws";

describe("a file that is not what an attachment may be", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sms-registrations-file-"));
  const file = (name: string) => path.join(folder, name);
  after(() => rmSync(folder, { recursive: true, force: true }));

  const refused = (name: string, why: RegExp) =>
    assert.rejects(
      readAttachmentFile(name),
      (error) => error instanceof AttachmentFileError && why.test(error.message),
    );

  it("is refused at once when it is a pipe that nobody writes to", async function () {
    if (process.platform === "win32") this.skip();
    execFileSync("mkfifo", [file("pipe")]);
    await refused(file("pipe"), /is not a regular file/);
  });

  it("is refused when it is a device without an end, also by a link", async function () {
    if (process.platform === "win32") this.skip();
    await refused("/dev/zero", /is not a regular file/);
    symlinkSync("/dev/zero", file("link to a device"));
    await refused(file("link to a device"), /is not a regular file/);
  });

  it("is refused when it is a folder, or a link in a circle, or one to nothing", async function () {
    if (process.platform === "win32") this.skip();
    await refused(folder, /is not a regular file/);
    symlinkSync(file("circle"), file("circle"));
    await refused(file("circle"), /cannot be opened \(ELOOP\)/);
    symlinkSync(file("nothing"), file("link to nothing"));
    await refused(file("link to nothing"), /does not exist/);
  });

  it("is refused by its first bytes, without a word of what it holds", async () => {
    writeFileSync(file("secret.png"), "AKIA-CANARY-7f3a");
    symlinkSync(file("secret.png"), file("link to a secret.png"));
    for (const name of ["secret.png", "link to a secret.png"]) {
      await refused(file(name), /^(?!.*CANARY).*is not a PDF, JPEG or PNG file/);
    }
  });

  it("is read through a link when it is a picture", async () => {
    writeFileSync(file("picture.png"), Buffer.from("89504e470d0a1a0a00", "hex"));
    symlinkSync(file("picture.png"), file("link.png"));
    assert.equal((await readAttachmentFile(file("link.png"))).bytes.length, 9);
  });
});
