import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./temporaryFolder";

describe("the cache folder", () => {
  it("is where the platform keeps caches", async () => {
    const { cacheFolder } = await import("../../tools/engine/cache.mjs");
    const name = "pulumi-sms-registrations";
    assert.equal(cacheFolder({}, "linux", "/home/me"), path.join("/home/me/.cache", name));
    assert.equal(cacheFolder({ XDG_CACHE_HOME: "/var/tmp" }, "linux", "/home/me"), path.join("/var/tmp", name));
    assert.equal(cacheFolder({ XDG_CACHE_HOME: "relative" }, "linux", "/home/me"), path.join("/home/me/.cache", name));
    assert.equal(cacheFolder({}, "darwin", "/Users/me"), path.join("/Users/me/Library/Caches", name));
    assert.equal(cacheFolder({ LOCALAPPDATA: "/local" }, "win32", "/me"), path.join("/local", name));
  });

  it("is where the user says, if he does", async () => {
    const { cacheFolder } = await import("../../tools/engine/cache.mjs");
    const env = { PULUMI_SMS_REGISTRATIONS_CACHE: "/big/disk", XDG_CACHE_HOME: "/var/tmp" };
    assert.equal(cacheFolder(env, "linux", "/home/me"), path.resolve("/big/disk"));
  });
});

describe("the key of an engine", () => {
  it("changes with everything that would make another engine", async () => {
    const { engineKey } = await import("../../tools/engine/cache.mjs");
    const key = engineKey("built", "3.259.0", ["go.mod", "go.sum"], "linux-x64");
    assert.match(key, /^built-3\.259\.0-linux-x64-[0-9a-f]{8}$/);
    const others = [
      engineKey("official", "3.259.0", ["go.mod", "go.sum"], "linux-x64"),
      engineKey("built", "3.260.0", ["go.mod", "go.sum"], "linux-x64"),
      engineKey("built", "3.259.0", ["go.mod", "another"], "linux-x64"),
      engineKey("built", "3.259.0", ["go.mod", "go.sum"], "linux-arm64"),
    ];
    assert.equal(new Set([key, ...others]).size, 5);
    assert.equal(engineKey("built", "3.259.0", ["go.mod", "go.sum"], "linux-x64"), key);
  });
});

describe("a cached engine", () => {
  const folder = temporaryFolder();
  const version = "3.259.0";

  async function makeEngine() {
    const { EXECUTABLES } = await import("../../tools/engine/executables.mjs");
    const { sealEngine } = await import("../../tools/engine/cache.mjs");
    mkdirSync(path.join(folder(), "bin"));
    for (const name of EXECUTABLES) writeFileSync(path.join(folder(), "bin", name), name);
    await sealEngine(folder(), version);
    return path.join(folder(), "bin");
  }

  it("is taken when its files are those that were made", async () => {
    const { sealedEngine } = await import("../../tools/engine/cache.mjs");
    const directory = await makeEngine();
    assert.deepEqual(await sealedEngine(folder()), { directory, version });
  });

  it("is not taken when a file is missing, cut short or the record is broken", async () => {
    const { sealedEngine } = await import("../../tools/engine/cache.mjs");
    const { PULUMI, PYTHON_EXEC } = await import("../../tools/engine/executables.mjs");
    const directory = await makeEngine();
    const whole = readFileSync(path.join(directory, PULUMI));
    writeFileSync(path.join(directory, PULUMI), "");
    assert.equal(await sealedEngine(folder()), undefined);
    writeFileSync(path.join(directory, PULUMI), whole);
    assert.ok(await sealedEngine(folder()));
    rmSync(path.join(directory, PYTHON_EXEC));
    assert.equal(await sealedEngine(folder()), undefined);
    writeFileSync(path.join(directory, PYTHON_EXEC), PYTHON_EXEC);
    assert.ok(await sealedEngine(folder()));
    writeFileSync(path.join(folder(), "engine.json"), "{");
    assert.equal(await sealedEngine(folder()), undefined);
  });
});
