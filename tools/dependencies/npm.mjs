// @ts-check
import { existsSync } from "node:fs";
import path from "node:path";
import { run } from "../processes/run.mjs";

/**
 * Runs npm: the one that started us, or the one on PATH.
 * @param {string[]} args
 * @param {{ cwd: string, show?: NodeJS.WritableStream }} options
 */
export async function npm(args, options) {
  const env = { ...process.env };
  // `npm run --silent` hands its silence down to every npm below it, which would then fail without a word.
  delete env.npm_config_loglevel;
  const started = process.env.npm_execpath ?? "";
  if (path.basename(started) === "npm-cli.js" && existsSync(started)) {
    return run(process.execPath, [started, ...args], { ...options, env });
  }
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, { ...options, env });
}
