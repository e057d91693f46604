// @ts-check
import { cachedEngine } from "./sources/cachedEngine.mjs";
import { engineOnPath } from "./sources/engineOnPath.mjs";
import { goModules } from "./sources/goModules.mjs";
import { officialRelease } from "./sources/officialRelease.mjs";

/**
 * @typedef {object} Engine
 * @property {string} directory to put in front of PATH: `pulumi` and its language hosts are there
 * @property {string} version of `pulumi`, without a `v`
 *
 * @typedef {(line: string) => void} Log
 *
 * @typedef {object} Source a place that an engine may come from
 * @property {string} name
 * @property {string} remedy what a person can do so that this source works next time
 * @property {(log: Log) => Promise<Engine>} find throws when there is none to be had; the message says why
 */

/** In this order: what the user has, what we got before, what is made for it, what always works but takes minutes. */
const STANDARD_SOURCES = [engineOnPath, cachedEngine, officialRelease, goModules];

/**
 * A Pulumi engine with its Node.js, YAML and Python hosts, from the first source that has one.
 * Says which source that was, and why those before it were not taken.
 * @param {{ log?: Log, sources?: Source[] }} options
 * @returns {Promise<Engine & { source: string }>}
 */
export async function ensureEngine({ log = logToStderr, sources = STANDARD_SOURCES } = {}) {
  /** @type {{ source: Source, reason: string }[]} */
  const refused = [];
  for (const source of sources) {
    try {
      const engine = await source.find(log);
      const others = refused.map((one) => `${one.source.name}: ${firstLine(one.reason)}`);
      log(`Pulumi ${engine.version} from ${source.name}${others.length ? ` (not from ${others.join("; ")})` : ""}`);
      return { ...engine, source: source.name };
    } catch (error) {
      refused.push({ source, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  throw new Error(
    [
      "No Pulumi engine could be had. Tried:",
      ...refused.map(({ source, reason }) => `  - ${source.name}: ${reason.replaceAll("\n", "\n      ")}`),
      "Any one of these helps:",
      ...refused.filter(({ source }) => source.remedy).map(({ source }) => `  - ${source.remedy}`),
    ].join("\n"),
  );
}

/** @type {Log} */
function logToStderr(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {string} text */
function firstLine(text) {
  return text.split("\n", 1)[0] ?? "";
}
