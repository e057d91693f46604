import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { temporaryFolder } from "./temporaryFolder";

const node = (program: string): [string, string[]] => [process.execPath, ["-e", program]];

describe("running a program", () => {
  const folder = temporaryFolder();

  it("gives its output, and its stderr line by line", async () => {
    const { run } = await import("../../tools/processes/run.mjs");
    const lines: string[] = [];
    const output = await run(...node("console.log('out'); console.error('one\\ntwo')"), {
      onErrorLine: (line) => void lines.push(line),
    });
    assert.equal(output, "out\n");
    assert.deepEqual(lines, ["one", "two"]);
  });

  it("that fails or is not there says so, with its last words", async () => {
    const { run } = await import("../../tools/processes/run.mjs");
    await assert.rejects(run(...node("console.error('no disk'); process.exit(7)")), /ended with 7\nno disk/);
    await assert.rejects(run("no-such-program", []), /^Error: no-such-program was not found$/);
  });

  it("ends it when we are killed ourselves", async () => {
    const beats = path.join(folder(), "beats");
    const beat = `setInterval(() => require("node:fs").appendFileSync(${JSON.stringify(beats)}, "x"), 5)`;
    const program = `
      import { run } from ${JSON.stringify(pathToFileURL(path.resolve("tools/processes/run.mjs")).href)};
      await run(process.execPath, ["-e", ${JSON.stringify(beat)}]);`;
    const killed = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "inherit" });
    const size = () => (existsSync(beats) ? statSync(beats).size : 0);
    await until(() => size() > 0);
    killed.kill("SIGKILL");
    await until(async () => {
      const before = size();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return size() === before;
    });
  });

  it("ends all that it started when the time is over", async () => {
    const { run } = await import("../../tools/processes/run.mjs");
    // The grandchild keeps stdout open: the promise settles only once it has ended as well.
    const program = `require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" }); setInterval(() => {}, 1000)`;
    const signal = AbortSignal.timeout(300);
    await assert.rejects(run(...node(program), { signal }), /timeout/);
  });
});

describe("a folder that is watched", () => {
  const folder = temporaryFolder();

  it("that stops growing is given up, and not before", async () => {
    const { stalled } = await import("../../tools/engine/sources/stalled.mjs");
    const watch = stalled(folder(), 60_000, 300);
    const growing = setInterval(() => writeFileSync(path.join(folder(), "part"), "x", { flag: "a" }), 10);
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.equal(watch.signal.aborted, false);
    clearInterval(growing);
    await new Promise((resolve) => watch.signal.addEventListener("abort", resolve));
    watch.stop();
    assert.match(String(watch.signal.reason), /got nothing for 0\.3 s/);
    assert.ok(existsSync(path.join(folder(), "part")));
  });

  it("is given up after the longest time", async () => {
    const { stalled } = await import("../../tools/engine/sources/stalled.mjs");
    const watch = stalled(folder(), 30, 50);
    await new Promise((resolve) => watch.signal.addEventListener("abort", resolve));
    watch.stop();
  });
});

it("a duration is written for people", async () => {
  const { duration } = await import("../../tools/processes/progress.mjs");
  assert.deepEqual([44_600, 59_400, 125_000].map(duration), ["45 s", "59 s", "2 min 05 s"]);
});

/** Comes back once the condition holds; mocha's own time limit ends it otherwise. */
async function until(holds: () => boolean | Promise<boolean>) {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}
