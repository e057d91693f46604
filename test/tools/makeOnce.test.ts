import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { temporaryFolder } from "./temporaryFolder";

const MAKE_ONCE = pathToFileURL(path.resolve("tools/files/makeOnce.mjs")).href;

describe("a folder that is made once", () => {
  const folder = temporaryFolder();
  const target = () => path.join(folder(), "engine");
  const isWhole = async (made: string) => existsSync(path.join(made, "second"));

  it("is made by one of two that start at once", async () => {
    const { makeOnce } = await import("../../tools/files/makeOnce.mjs");
    let made = 0;
    const make = async (aside: string) => {
      made++;
      await new Promise((resolve) => setTimeout(resolve, 20));
      writeFileSync(path.join(aside, "second"), "2");
    };
    await Promise.all([1, 2].map(() => makeOnce(target(), { isWhole, make, lock: { pollMs: 2 } })));
    await makeOnce(target(), { isWhole, make });
    assert.equal(made, 1);
    assert.deepEqual(readdirSync(folder()), ["engine"]);
  });

  it("is not there after a failure, which is passed on", async () => {
    const { makeOnce } = await import("../../tools/files/makeOnce.mjs");
    const make = async (aside: string) => {
      writeFileSync(path.join(aside, "first"), "1");
      throw new Error("compiler fell over");
    };
    await assert.rejects(makeOnce(target(), { isWhole, make }), /compiler fell over/);
    assert.deepEqual(readdirSync(folder()), []);
  });

  it("replaces one that is not whole", async () => {
    const { makeOnce } = await import("../../tools/files/makeOnce.mjs");
    await makeOnce(target(), { isWhole: async () => false, make: async (aside) => writeFileSync(`${aside}/old`, "") });
    await makeOnce(target(), { isWhole, make: async (aside) => writeFileSync(`${aside}/second`, "2") });
    assert.deepEqual(readdirSync(target()), ["second"]);
  });

  it("is never half made: after a kill the next one starts at once and leaves nothing behind", async () => {
    const { makeOnce } = await import("../../tools/files/makeOnce.mjs");
    const killed = startHalf(target());
    await once(killed.stdout ?? killed, "data");
    assert.equal(existsSync(target()), false);
    assert.ok(readdirSync(folder()).some((name) => name.startsWith("engine.partial-")));
    killed.kill("SIGKILL");
    await once(killed, "exit");

    const make = async (aside: string) => {
      assert.deepEqual(readdirSync(aside), []);
      writeFileSync(path.join(aside, "second"), "2");
    };
    await makeOnce(target(), { isWhole, make });
    assert.deepEqual(readdirSync(folder()), ["engine"]);
    assert.equal(readFileSync(path.join(target(), "second"), "utf8"), "2");
  });
});

/** Another process that makes the first half, says so, and then takes for ever. */
function startHalf(target: string): ChildProcess {
  const program = `
    import { writeFileSync } from "node:fs";
    import { makeOnce } from ${JSON.stringify(MAKE_ONCE)};
    await makeOnce(${JSON.stringify(target)}, {
      isWhole: async () => false,
      make: (aside) => new Promise(() => {
        writeFileSync(aside + "/first", "1");
        console.log("half");
      }),
    });`;
  return spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
}
