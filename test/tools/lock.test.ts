import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { temporaryFolder } from "./temporaryFolder";

const quick = { beatMs: 5, silenceMs: 60, pollMs: 2 };

describe("a lock", () => {
  const folder = temporaryFolder();
  const file = () => path.join(folder(), "below", "lock");
  const write = (owner: object | string) => {
    writeFileSync(path.join(folder(), "lock"), typeof owner === "string" ? owner : JSON.stringify(owner));
    return path.join(folder(), "lock");
  };

  it("lets one work at a time and is gone afterwards", async () => {
    const { withLock } = await import("../../tools/files/lock.mjs");
    const events: string[] = [];
    const work = (name: string) =>
      withLock(
        file(),
        async () => {
          events.push(`${name} in`);
          await new Promise((resolve) => setTimeout(resolve, 20));
          events.push(`${name} out`);
          return name;
        },
        quick,
      );
    assert.deepEqual((await Promise.all([work("a"), work("b"), work("c")])).sort(), ["a", "b", "c"]);
    for (let i = 0; i < events.length; i += 2) assert.equal(events[i + 1], events[i]?.replace("in", "out"));
    assert.equal(existsSync(file()), false);
  });

  it("is gone after a failure too", async () => {
    const { withLock } = await import("../../tools/files/lock.mjs");
    await assert.rejects(
      withLock(file(), () => Promise.reject(new Error("no luck"))),
      /no luck/,
    );
    assert.equal(existsSync(file()), false);
  });

  it("of a dead process is taken over at once", async () => {
    const { withLock } = await import("../../tools/files/lock.mjs");
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const lock = write({ pid, host: hostname(), token: "dead" });
    assert.equal(await withLock(lock, async () => "done", { ...quick, silenceMs: 1e9 }), "done");
  });

  it("that shows no life is taken over: another machine's, or one whose owner was killed while writing it", async () => {
    const { withLock } = await import("../../tools/files/lock.mjs");
    assert.equal(await withLock(write({ pid: 1, host: "elsewhere", token: "x" }), async () => "done", quick), "done");
    assert.equal(await withLock(write(""), async () => "done", quick), "done");
  });

  it("that shows life is waited for, and the waiter is told whose it is", async () => {
    const { withLock } = await import("../../tools/files/lock.mjs");
    let waited = "";
    let free: (value?: unknown) => void = () => {};
    const held = new Promise((resolve) => {
      free = resolve;
    });
    // A busy machine may delay beats: much longer than one is the silence that counts.
    const patient = { ...quick, silenceMs: 300 };
    const first = withLock(file(), () => held, patient);
    while (!existsSync(file()) || readFileSync(file(), "utf8") === "") await new Promise(setImmediate);
    const onWait = (owner: string) => {
      waited = owner;
    };
    const second = withLock(file(), async () => "second", { ...patient, onWait });
    const early = await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 2 * patient.silenceMs))]);
    assert.equal(early, undefined, "taken over although its owner lives");
    free();
    await first;
    assert.equal(await second, "second");
    assert.equal(waited, ` (process ${process.pid})`);
  });

  it("that was taken over from somebody who still lives is left to the new owner", async () => {
    const { withLock } = await import("../../tools/files/lock.mjs");
    await withLock(file(), async () => writeFileSync(file(), "the new owner's"), quick);
    assert.equal(readFileSync(file(), "utf8"), "the new owner's");
  });
});
