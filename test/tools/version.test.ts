import assert from "node:assert/strict";

describe("a version", () => {
  it("is read as programs print it", async () => {
    const { parseVersion } = await import("../../tools/engine/version.mjs");
    assert.deepEqual(parseVersion("v3.259.0\n"), [3, 259, 0]);
    assert.deepEqual(parseVersion("3.200.1-alpha.5+dirty"), [3, 200, 1]);
    assert.deepEqual(parseVersion("warning: something is old\nv3.201.0"), [3, 201, 0]);
  });

  it("that is none is refused with what was there", async () => {
    const { parseVersion } = await import("../../tools/engine/version.mjs");
    assert.throws(() => parseVersion("command not found"), /no version in "command not found"/);
  });

  it("is new enough from the oldest on, within the same major version", async () => {
    const { isNewEnough } = await import("../../tools/engine/version.mjs");
    const answers = ["3.200.0", "3.200.1", "3.1000.0", "3.199.9", "2.300.0", "4.0.0"].map((one) =>
      isNewEnough(one, "3.200.0"),
    );
    assert.deepEqual(answers, [true, true, true, false, false, false]);
  });

  it("of Node.js below 20 is told what to install", async () => {
    const { requireNode } = await import("../../tools/setUp.mjs");
    assert.throws(() => requireNode("18.20.4"), /Node\.js 18\.20\.4 is too old.*20 or newer.*nodejs\.org/s);
    requireNode("20.0.0");
    requireNode("26.1.0");
  });

  it("of Node.js that mocha does not run on is told before the tests start", async () => {
    const { requireNodeOfMocha } = await import("../../tools/testRun/nodeVersions.mjs");
    for (const version of ["20.18.3", "21.7.3", "22.11.0"]) {
      assert.throws(() => requireNodeOfMocha(version), /tests need Node\.js 20\.19, 22\.12 or newer.*this is/);
    }
    for (const version of ["20.19.0", "22.12.0", "24.0.0"]) requireNodeOfMocha(version);
  });

  it("of the other supported Node.js versions is one for each major", async () => {
    const { nodeVersions } = await import("../../tools/testRun/nodeVersions.mjs");
    const majors = (current: string) => nodeVersions(current).map((one) => Number.parseInt(one, 10));
    assert.deepEqual(majors("20.19.0"), [22, 24]);
    assert.deepEqual(majors("26.0.0"), [20, 22, 24]);
  });
});
