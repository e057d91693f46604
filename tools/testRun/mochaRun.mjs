// @ts-check
import { mkdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../setUp.mjs";
import { runVisibly } from "./runVisibly.mjs";

const mocha = path.join(path.dirname(createRequire(import.meta.url).resolve("mocha/package.json")), "bin", "mocha.js");
const reporter = fileURLToPath(new URL("./countingReporter.cjs", import.meta.url));

/**
 * @typedef {object} MochaRun
 * @property {string} title
 * @property {string} node the Node.js to run it with
 * @property {NodeJS.ProcessEnv} env
 * @property {string[]} args for mocha
 * @property {string[]} ignore patterns of test files to leave out
 */

const ALL = "test/**/*.test.ts";
/** Files side by side. Most of them wait for an engine, and each has its own account, stack and folders. */
const SIDE_BY_SIDE = ["--parallel", "--jobs", "2"];

/**
 * Runs all tests, or the files that `args` name, as .mocharc.yml says, and adds mocha's counts.
 * @param {import("./tally.mjs").Tally} tally
 * @param {MochaRun} run
 */
export async function mochaRun(tally, { title, node, env, args, ignore }) {
  tally.heading(title);
  const countsFile = path.join(root, ".cache", `mocha-counts-${process.pid}.json`);
  await mkdir(path.dirname(countsFile), { recursive: true });
  const ignored = ignore.flatMap((pattern) => ["--ignore", pattern]);
  const files = args.some((arg) => arg.endsWith(".test.ts")) ? [] : [ALL];
  const all = ["--reporter", reporter, ...SIDE_BY_SIDE, ...ignored, ...args, ...files];
  const code = await runVisibly(node, [mocha, ...all], {
    cwd: root,
    env: { ...env, MOCHA_COUNTS_FILE: countsFile },
  });
  const counts = await read(countsFile);
  await rm(countsFile, { force: true });
  if (counts) tally.addTests(title, counts);
  // Mocha's exit code is its number of failures; anything else that went wrong has none of them.
  if (code !== 0 && !counts?.failed) tally.fail(title, `mocha ended with ${code}`);
}

/**
 * @param {string} file
 * @returns {Promise<{ passed: number, failed: number, skipped: number } | undefined>} undefined when mocha did not get to its end
 */
async function read(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}
