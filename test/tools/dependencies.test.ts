import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./temporaryFolder";

const wanted = {
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/b": { version: "2.0.0", integrity: "sha512-b" },
  "node_modules/other-platform": { version: "1.0.0", integrity: "sha512-o", optional: true },
};
const { "node_modules/other-platform": _left, ...installed } = wanted;

describe("the npm packages", () => {
  const root = temporaryFolder();
  const lock = (file: string, packages: object) =>
    writeFileSync(path.join(root(), file), JSON.stringify({ packages: { "": { name: "x" }, ...packages } }));
  const install = (packages: object) => {
    for (const name of Object.keys(packages)) {
      mkdirSync(path.join(root(), name), { recursive: true });
      writeFileSync(path.join(root(), name, "package.json"), "{}");
    }
    lock("node_modules/.package-lock.json", packages);
  };
  const missing = async () => (await import("../../tools/dependencies/whatIsMissing.mjs")).whatIsMissing(root());

  beforeEach(() => lock("package-lock.json", wanted));

  it("are there when installed as locked; those of other platforms may be missing", async () => {
    install(installed);
    assert.equal(await missing(), undefined);
  });

  it("are not there in a fresh clone", async () => {
    assert.equal(await missing(), "first run");
  });

  it("are not there after an install that was killed", async () => {
    install(installed);
    rmSync(path.join(root(), "node_modules/.package-lock.json"));
    assert.equal(await missing(), "an earlier install did not end");
  });

  it("are not there when a folder is gone", async () => {
    install(installed);
    rmSync(path.join(root(), "node_modules/b"), { recursive: true });
    assert.equal(await missing(), "node_modules/b is missing");
  });

  it("are old when the lock file got another version, one more or one less", async () => {
    install(installed);
    const { "node_modules/b": b, ...less } = wanted;
    for (const packages of [
      { ...wanted, "node_modules/b": { ...b, version: "2.0.1", integrity: "sha512-c" } },
      { ...wanted, "node_modules/c": b },
      less,
    ]) {
      lock("package-lock.json", packages);
      assert.equal(await missing(), "the lock file changed");
    }
  });

  it("cannot be told without a lock file", async () => {
    rmSync(path.join(root(), "package-lock.json"));
    await assert.rejects(missing(), /package-lock\.json cannot be read/);
  });
});
