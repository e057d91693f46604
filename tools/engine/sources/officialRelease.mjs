// @ts-check
import { rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { makeOnce } from "../../files/makeOnce.mjs";
import { showProgress } from "../../processes/progress.mjs";
import { run } from "../../processes/run.mjs";
import { engineFolder, engineKey, sealEngine, sealedEngine } from "../cache.mjs";
import { PULUMI, pulumiVersion } from "../executables.mjs";
import { sdkVersion } from "../npmSdk.mjs";
import { folderSize, stalled } from "./stalled.mjs";

const INSTALLER = fileURLToPath(new URL("./installOfficialRelease.mjs", import.meta.url));
/** Where Pulumi's own installer is served: no answer there means that nothing can be downloaded. */
const ADDRESS = "https://get.pulumi.com/install.sh";
const LONGEST_MS = 10 * 60_000;

/** Where the official release for our SDK is kept once it was downloaded. */
export async function officialEngineFolder() {
  return engineFolder(engineKey("official", await sdkVersion(), []));
}

/**
 * Pulumi's own release, by the installer of `@pulumi/pulumi/automation`, which knows no time limit: it runs in a process
 * that is ended when nothing more arrives.
 * @type {import("../ensureEngine.mjs").Source}
 */
export const officialRelease = {
  name: "Pulumi's release",
  remedy: `let this machine reach ${new URL(ADDRESS).origin} and https://github.com`,
  async find(log) {
    await reach(ADDRESS);
    const version = await sdkVersion();
    const folder = await officialEngineFolder();
    await makeOnce(folder, {
      isWhole: async (made) => (await sealedEngine(made)) !== undefined,
      make: (aside) => download(aside, version, log),
      onWait: (owner) => log(`Another command${owner} is downloading Pulumi; waiting for it ...`),
    });
    const engine = await sealedEngine(folder);
    if (!engine) throw new Error(`the download of Pulumi ${version} is not complete`);
    return engine;
  },
};

/** @param {string} address */
async function reach(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`status ${answer.status}`);
  } catch (error) {
    const { message, cause } = /** @type {Error & { cause?: Error }} */ (error);
    throw new Error(`${address} cannot be reached: ${cause?.message ?? message}`);
  }
}

/**
 * @param {string} aside
 * @param {string} version
 * @param {import("../ensureEngine.mjs").Log} log
 */
async function download(aside, version, log) {
  log(`Downloading Pulumi ${version} ...`);
  const parts = path.join(aside, "parts");
  const watch = stalled(aside, LONGEST_MS);
  const done = showProgress(log, () => `downloading Pulumi ${version}: ${Math.round(folderSize(aside) / 1e6)} MB`);
  try {
    await run(process.execPath, [INSTALLER, aside, parts], { signal: watch.signal });
  } finally {
    done();
    watch.stop();
  }
  await rm(parts, { recursive: true, force: true });
  await sealEngine(aside, await pulumiVersion(path.join(aside, "bin", PULUMI)));
}
