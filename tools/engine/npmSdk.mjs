// @ts-check
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const sdk = path.dirname(createRequire(import.meta.url).resolve("@pulumi/pulumi/package.json"));

/** The version of npm's `@pulumi/pulumi`, which the official engine shares. */
export async function sdkVersion() {
  return String(JSON.parse(await readFile(path.join(sdk, "package.json"), "utf8")).version);
}

/**
 * A file of npm's `@pulumi/pulumi`.
 * @param {string} name
 */
export function sdkFile(name) {
  return path.join(sdk, name);
}
