// @ts-check
import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { run } from "../processes/run.mjs";
import { parseVersion } from "./version.mjs";

const windows = process.platform === "win32";

/** `x`, or `x.exe` on Windows. @param {string} name */
export function executable(name) {
  return windows ? `${name}.exe` : name;
}

/** The engine itself. */
export const PULUMI = executable("pulumi");
/** Runs `require("...")` of dynamic providers; a script of npm's `@pulumi/pulumi`. */
export const DYNAMIC_PROVIDER = windows ? "pulumi-resource-pulumi-nodejs.cmd" : "pulumi-resource-pulumi-nodejs";
/** Starts a Python program; a script beside the Python host. */
export const PYTHON_EXEC = "pulumi-language-python-exec";

/** All that the engine needs to run TypeScript, YAML and Python programs. */
export const EXECUTABLES = [
  PULUMI,
  executable("pulumi-language-nodejs"),
  executable("pulumi-language-yaml"),
  executable("pulumi-language-python"),
  PYTHON_EXEC,
  DYNAMIC_PROVIDER,
];

/**
 * Which of the executables are in none of the folders.
 * @param {string[]} folders
 */
export async function missingExecutables(folders) {
  const missing = [];
  for (const name of EXECUTABLES) {
    if (!(await firstWith(name, folders))) missing.push(name);
  }
  return missing;
}

/**
 * The first folder that holds the program, as the shell would find it.
 * @param {string} name
 * @param {string[]} folders
 */
export async function firstWith(name, folders) {
  for (const folder of folders) {
    const file = path.join(folder, name);
    try {
      await access(file, constants.X_OK);
      if ((await stat(file)).isFile()) return folder;
    } catch {
      // Not there.
    }
  }
  return undefined;
}

/**
 * What `pulumi version` says, without the `v`.
 * @param {string} pulumi
 */
export async function pulumiVersion(pulumi) {
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const signal = AbortSignal.timeout(30_000);
  return parseVersion(await run(pulumi, ["version"], { env, signal })).join(".");
}
