// @ts-check
/**
 * What every command does first, from a fresh clone: the right Node.js, then the npm packages of package-lock.json.
 *
 * Runs before `npm ci`, so neither this file nor what it imports may use a package. It is also read by a Node.js that is
 * too old: static imports of Node's own modules only, and no new syntax, so that the check below gets to speak.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Ends with an error that says what to install when this Node.js is older than wanted.
 * @param {string} version as in `process.versions.node`
 */
export function requireNode(version = process.versions.node) {
  const major = Number(version.split(".")[0]);
  if (major >= 20) return;
  throw new Error(
    `Node.js ${version} is too old: this project needs Node.js 20 or newer. Install it from https://nodejs.org and run the command again.`,
  );
}

/**
 * Makes node_modules what package-lock.json says; does nothing, quickly, when it is that already.
 * Safe when two commands start at once, and after one was killed half-way.
 * @param {{ log?: (line: string) => void }} options
 */
export async function ensureDependencies(options = {}) {
  requireNode();
  const log = options.log || ((/** @type {string} */ line) => void process.stderr.write(`${line}\n`));
  const { installDependencies } = await import("./dependencies/install.mjs");
  await installDependencies(root, log);
}

/**
 * Runs a command's main function: an error is shown without a stack and ends with exit code 1.
 * @param {() => Promise<number | void>} main its result is the exit code
 */
export async function runCommand(main) {
  try {
    process.exitCode = (await main()) || 0;
  } catch (error) {
    const { message, stack } = /** @type {Error} */ (error);
    process.stderr.write(`\n${process.env.DEBUG ? stack : message}\n`);
    process.exitCode = 1;
  }
}
