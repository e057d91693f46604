// @ts-check
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Why node_modules is not what package-lock.json says, or undefined when it is.
 *
 * Compares with node_modules/.package-lock.json, npm's own record of what it installed, written last. Contents are
 * compared rather than dates: a checkout gives every file a new date.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function whatIsMissing(root) {
  const wanted = await lockedPackages(path.join(root, "package-lock.json"));
  if (!wanted) throw new Error(`${path.join(root, "package-lock.json")} cannot be read: is the clone complete?`);
  const installed = await lockedPackages(path.join(root, "node_modules", ".package-lock.json"));
  if (!installed) return existsSync(path.join(root, "node_modules")) ? "an earlier install did not end" : "first run";
  for (const [name, want] of Object.entries(wanted)) {
    const have = installed[name];
    // Optional packages are those of other platforms, most of all.
    if (!have && want.optional) continue;
    if (!have || have.version !== want.version || have.integrity !== want.integrity) return "the lock file changed";
  }
  for (const name of Object.keys(installed)) {
    if (!wanted[name]) return "the lock file changed";
    if (!existsSync(path.join(root, name, "package.json"))) return `${name} is missing`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Promise<LockedPackages | undefined>}
 */
async function lockedPackages(file) {
  try {
    const { "": _root, ...packages } = JSON.parse(await readFile(file, "utf8")).packages;
    return packages;
  } catch {
    return undefined;
  }
}
