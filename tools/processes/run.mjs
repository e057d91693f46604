// @ts-check
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** As shells say it. */
const NOT_FOUND = 127;
const LEASH = fileURLToPath(new URL("./leash.mjs", import.meta.url));

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {NodeJS.WritableStream} [show] everything that the program prints goes there too
 * @property {(line: string) => void} [onErrorLine] called for each line of stderr
 * @property {AbortSignal} [signal] ends the program and all that it started
 */

/**
 * Runs a program to its end and gives its stdout; a failure carries the last lines that it printed.
 * When this process is killed, the program and all that it started end with it.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<string>}
 */
export function run(command, args, { cwd, env, show, onErrorLine, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [LEASH, command, ...args], { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
    // The leash ends what it holds as soon as this pipe closes.
    const end = () => void child.stdin.end();
    if (signal?.aborted) end();
    signal?.addEventListener("abort", end, { once: true });

    let stdout = "";
    /** @type {string[]} */
    const lastLines = [];
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      show?.write(text);
    });
    if (show) child.stderr.on("data", (text) => show.write(text));
    createInterface({ input: child.stderr }).on("line", (line) => {
      onErrorLine?.(line);
      lastLines.push(line);
      if (lastLines.length > 12) lastLines.shift();
    });
    child.once("error", reject);
    child.once("close", (code) => {
      signal?.removeEventListener("abort", end);
      if (code === 0) return resolve(stdout);
      if (code === NOT_FOUND) return reject(new Error(`${command} was not found`));
      const how = signal?.aborted ? String(signal.reason?.message ?? signal.reason) : `ended with ${code}`;
      const words = show ? "" : `\n${lastLines.join("\n")}`.trimEnd();
      reject(new Error(`${[command, ...args].join(" ")} ${how}${words}`));
    });
  });
}
