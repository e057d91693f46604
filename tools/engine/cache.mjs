// @ts-check
import { createHash } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { EXECUTABLES } from "./executables.mjs";

/** Where this project keeps what is dear to get, per user: $PULUMI_SMS_REGISTRATIONS_CACHE, or as the platform has it. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.PULUMI_SMS_REGISTRATIONS_CACHE) return path.resolve(env.PULUMI_SMS_REGISTRATIONS_CACHE);
  /** @type {Partial<Record<NodeJS.Platform, string>>} */
  const habits = {
    darwin: path.join(home, "Library", "Caches"),
    win32: env.LOCALAPPDATA || path.join(home, "AppData", "Local"),
  };
  // A relative XDG_CACHE_HOME is to be ignored, says its specification.
  const xdg = env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : undefined;
  return path.join(habits[platform] ?? xdg ?? path.join(home, ".cache"), "pulumi-sms-registrations");
}

/**
 * The name of an engine's folder: readable, and another one for everything that would make another engine.
 * @param {string} kind
 * @param {string} version
 * @param {string[]} ingredients whatever else goes into it
 */
export function engineKey(kind, version, ingredients, platform = `${process.platform}-${process.arch}`) {
  const digest = createHash("sha256").update(JSON.stringify(ingredients)).digest("hex").slice(0, 8);
  return `${kind}-${version}-${platform}-${digest}`;
}

/** @param {string} key */
export function engineFolder(key) {
  return path.join(cacheFolder(), "engine", key);
}

/**
 * Writes down, as the last step of making an engine, that its version was asked and which files belong to it.
 * @param {string} folder
 * @param {string} version
 */
export async function sealEngine(folder, version) {
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const name of EXECUTABLES) sizes[name] = (await stat(path.join(folder, "bin", name))).size;
  await writeFile(path.join(folder, "engine.json"), `${JSON.stringify({ version, sizes }, null, 2)}\n`);
}

/**
 * The engine in a folder of the cache, or undefined when there is none or its files are not those that were sealed.
 * @param {string} folder
 * @returns {Promise<import("./ensureEngine.mjs").Engine | undefined>}
 */
export async function sealedEngine(folder) {
  const directory = path.join(folder, "bin");
  try {
    const { version, sizes } = JSON.parse(await readFile(path.join(folder, "engine.json"), "utf8"));
    for (const name of EXECUTABLES) {
      if ((await stat(path.join(directory, name))).size !== sizes[name]) return undefined;
    }
    return { directory, version };
  } catch {
    return undefined;
  }
}
