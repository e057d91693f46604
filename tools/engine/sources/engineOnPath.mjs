// @ts-check
import { realpath } from "node:fs/promises";
import path from "node:path";
import { firstWith, missingExecutables, PULUMI, pulumiVersion } from "../executables.mjs";
import { isNewEnough } from "../version.mjs";

/** Older ones were never tried with this project. */
const OLDEST = "3.200.0";

/**
 * The engine that the user has installed, if it is complete and new enough.
 * @type {import("../ensureEngine.mjs").Source}
 */
export const engineOnPath = {
  name: "PATH",
  remedy: `install Pulumi ${OLDEST} or newer (https://www.pulumi.com/docs/install/) so that \`pulumi\` is on PATH`,
  find: () => findIn((process.env.PATH ?? "").split(path.delimiter).filter(Boolean)),
};

/**
 * @param {string[]} folders
 * @returns {Promise<import("../ensureEngine.mjs").Engine>}
 */
export async function findIn(folders) {
  const directory = await firstWith(PULUMI, folders);
  if (!directory) throw new Error("no pulumi there");
  const pulumi = path.join(directory, PULUMI);
  const version = await pulumiVersion(pulumi);
  if (!isNewEnough(version, OLDEST)) throw new Error(`${pulumi} is ${version}, needed is ${OLDEST} or newer`);
  // The engine looks beside its own, real file too: package managers link only some programs into PATH.
  const missing = await missingExecutables([...folders, path.dirname(await realpath(pulumi))]);
  if (missing.length) throw new Error(`${pulumi} is there, but without ${missing.join(", ")}`);
  return { directory, version };
}
