import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, it } from "mocha";

const MAIN = path.resolve(__dirname, "../../commands/main.ts");

function migrate(input: string) {
  return spawnSync(process.execPath, ["-r", "ts-node/register", MAIN, "migrate"], { input, encoding: "utf8" });
}

describe("pulumi-sms-registrations migrate", function () {
  this.timeout(30_000);

  it("reads stdin and writes to stdout, as the engine writes it", () => {
    const exported = { version: 3, deployment: { manifest: {}, resources: [] } };
    const { status, stdout, stderr } = migrate(JSON.stringify(exported));
    assert.deepEqual([status, stdout], [0, `${JSON.stringify(exported, null, 4)}\n`]);
    assert.equal(stderr, "0 resources moved.\n");
  });

  it("fails with a sentence that repeats nothing of what it read", () => {
    const { status, stdout, stderr } = migrate('{"taxId": 123456789');
    assert.deepEqual([status, stdout], [1, ""]);
    assert.equal(stderr, "This is not JSON: what `pulumi stack export` writes is expected.\n");
  });
});
