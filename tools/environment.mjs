// @ts-check
import { devNull } from "node:os";
import path from "node:path";
import { cacheFolder } from "./engine/cache.mjs";
import { root } from "./setUp.mjs";

/** Our own settings, which do belong to what is being run. */
const OURS = /^PULUMI_SMS_REGISTRATIONS_/;
/** The user's Pulumi and AWS set-up, and the silence that `npm --silent` hands down to every npm below it. */
const THEIRS = /^(PULUMI_|AWS_|npm_config_loglevel$)/i;

/**
 * The environment for a run that must neither read nor change the user's own Pulumi or AWS set-up.
 * @param {{ directory: string } | undefined} engine its folder comes first in PATH
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(engine, env = process.env) {
  const kept = Object.entries(env).filter(([name]) => OURS.test(name) || !THEIRS.test(name));
  return {
    ...Object.fromEntries(kept),
    ...(engine && { PULUMI_SMS_REGISTRATIONS_ENGINE: engine.directory, ...pathWith(engine.directory, env) }),
    // The tests keep what is dear to get there, too.
    PULUMI_SMS_REGISTRATIONS_CACHE: cacheFolder(env),
    PULUMI_HOME: path.join(root, ".cache", "pulumi-home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/**
 * @param {string} directory
 * @param {NodeJS.ProcessEnv} env
 */
function pathWith(directory, env) {
  // Windows calls it Path.
  const name = Object.keys(env).find((one) => one.toUpperCase() === "PATH") ?? "PATH";
  const folders = (env[name] ?? "").split(path.delimiter).filter(Boolean);
  // The user's own engine is found where it is; its folder in front might bring another `node` before the one in use.
  return folders.includes(directory) ? {} : { [name]: [directory, ...folders].join(path.delimiter) };
}
