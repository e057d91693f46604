import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { readAttachmentFile } from "../../provider/aws";

const PNG = Buffer.from("89504e470d0a1a0a0000", "hex");
const MB = 1024 * 1024;

describe("the limits of an attachment's file", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "attachment-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const written = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const told = (file: string) =>
    readAttachmentFile(file).then(
      () => assert.fail("It was taken."),
      (error: Error) => error.message.replace(`${folder}${path.sep}`, ""),
    );

  it("is a PDF, JPEG or PNG by its bytes, whatever its name says", async () => {
    for (const start of ["255044462d312e37", "ffd8ffe000104a46", "89504e470d0a1a0a"]) {
      const { bytes, contentHash } = await readAttachmentFile(written("any.name", Buffer.from(start, "hex")));
      assert.equal(Buffer.from(bytes).toString("hex"), start);
      assert.match(contentHash, /^[0-9a-f]{64}$/);
    }
    assert.match(await told(written("text.png", "This is no picture.")), /^text\.png is not a PDF, JPEG or PNG file/);
  });

  it("has at most 5 MB, to the byte", async () => {
    const atMost = written("5.png", Buffer.concat([PNG, Buffer.alloc(5 * MB - PNG.length)]));
    assert.equal((await readAttachmentFile(atMost)).bytes.length, 5 * MB);
    const tooBig = written("6.png", Buffer.concat([PNG, Buffer.alloc(6 * MB - PNG.length)]));
    assert.equal(await told(tooBig), "6.png has 6.0 MB; an attachment has at most 5 MB");
    assert.match(
      await told(written("5+1.png", Buffer.concat([PNG, Buffer.alloc(5 * MB)]))),
      / has 5.1 MB; an attachment has at most/,
    );
  });

  it("is there, is not empty and is no folder", async () => {
    assert.equal(await told(path.join(folder, "missing.png")), "missing.png does not exist");
    assert.equal(await told(written("empty.png", "")), "empty.png is empty");
    assert.match(await told(folder), /is not a regular file$/);
  });
});
