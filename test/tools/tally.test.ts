import assert from "node:assert/strict";

describe("the count of a test run", () => {
  async function tally() {
    const { Tally } = await import("../../tools/testRun/tally.mjs");
    const lines: string[] = [];
    return { tally: new Tally((line: string) => void lines.push(...line.split("\n"))), lines };
  }

  it("closes with all that passed and failed, alone on the last line", async () => {
    const { tally: count, lines } = await tally();
    count.pass("build");
    count.fail("types", "tsc ended with 2");
    count.addTests("mocha", { passed: 40, failed: 2, skipped: 0 });
    assert.equal(count.close(), 1);
    assert.equal(lines.at(-1), "41 passed, 3 failed");
    assert.ok(lines.includes("  - types: tsc ended with 2"));
    assert.ok(lines.includes("  - mocha: 2 failed, see above"));
  });

  it("names what was skipped, and is a success when nothing failed", async () => {
    const { tally: count, lines } = await tally();
    count.addTests("mocha", { passed: 3, failed: 0, skipped: 1 });
    count.skip("Node.js 24", "no such program here");
    assert.equal(count.close(), 0);
    assert.equal(lines.at(-1), "3 passed, 0 failed, 2 skipped");
  });

  it("is a failure when no test ran", async () => {
    const { tally: count, lines } = await tally();
    count.pass("build");
    assert.equal(count.close(), 1);
    assert.equal(lines.at(-1), "1 passed, 1 failed");
  });
});
