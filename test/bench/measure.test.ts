import assert from "node:assert/strict";
import { median } from "../../bench/figures";
import { measure } from "../../bench/measure";
import { stackState } from "../../bench/state";

const isLinux = process.platform === "linux";

/** Starts another process, which works for 300 ms with 100 MB in hand, and waits for it. */
const PARENT = `
  const { spawnSync } = require("node:child_process");
  const work = "const held = Buffer.alloc(1e8, 1); const end = Date.now() + 300; while (Date.now() < end); console.log(held.length)";
  process.exitCode = spawnSync(process.execPath, ["-e", work], { stdio: "inherit" }).status + 3;
`;

describe("bench: what is measured", () => {
  it("is of all processes of a command, with its words and how it ended", async () => {
    const command = { command: process.execPath, args: ["-e", PARENT], cwd: __dirname, env: process.env };
    const { wallMs, cpuMs = 0, peakMemoryBytes = 0, exitCode, output } = await measure(command);
    assert.equal(exitCode, 3);
    assert.match(output, /^100000000$/m);
    assert.ok(wallMs >= 300);
    if (!isLinux) return;
    // Beside others, a process that works for 300 ms has less of the processor.
    assert.ok(cpuMs >= 100 && cpuMs <= wallMs * 4, `${cpuMs} ms`);
    assert.ok(peakMemoryBytes >= 1e8, `${peakMemoryBytes} bytes`);
  });

  it("is a state, by parts that sum up to all of it", () => {
    const provider = { __provider: "x".repeat(100) };
    const { bytes, parts = {} } = stackState(
      JSON.stringify({
        version: 3,
        deployment: { resources: [{ urn: "a", inputs: { ...provider, b: 1 }, outputs: { ...provider, b: 1, c: 2 } }] },
      }),
    );
    assert.equal(
      Object.values(parts).reduce((sum, part) => sum + part, 0),
      bytes,
    );
    // {"b":1} and {"b":1,"c":2}; of each provider: "__provider":"...", with its comma.
    assert.deepEqual([parts.inputs, parts.outputs, parts["serialized provider"]], [7, 13, 2 * 116]);
  });

  it("is told as medians", () => {
    assert.deepEqual([median([3, 1, 2]), median([4, 1]), median([])], [2, 2.5, undefined]);
  });
});
