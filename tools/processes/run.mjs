// @ts-check
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {NodeJS.WritableStream} [show] everything that the program prints goes there too
 * @property {(line: string) => void} [onErrorLine] called for each line of stderr
 * @property {AbortSignal} [signal] ends the program and all that it started
 * @property {boolean} [shell]
 */

/**
 * Runs a program to its end and gives its stdout; a failure carries the last lines that it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<string>}
 */
export function run(command, args, { cwd, env, show, onErrorLine, signal, shell } = {}) {
  return new Promise((resolve, reject) => {
    const group = signal !== undefined && process.platform !== "win32";
    // A group of its own can be ended as a whole, but no longer hears the terminal's Ctrl-C: see endWith.
    const child = spawn(command, args, { cwd, env, shell, detached: group, stdio: ["ignore", "pipe", "pipe"] });
    const end = () => void (group && child.pid ? killGroup(child.pid) : child.kill("SIGKILL"));
    const forget = group ? endWith(end) : () => {};
    signal?.addEventListener("abort", end, { once: true });
    if (signal?.aborted) end();

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
    child.once("error", (error) => {
      forget();
      reject("code" in error && error.code === "ENOENT" ? new Error(`${command} was not found`) : error);
    });
    child.once("close", (code, killedBy) => {
      forget();
      if (code === 0) return resolve(stdout);
      const how = signal?.aborted ? String(signal.reason?.message ?? signal.reason) : `ended with ${killedBy ?? code}`;
      const words = show ? "" : `\n${lastLines.join("\n")}`.trimEnd();
      reject(new Error(`${[command, ...args].join(" ")} ${how}${words}`));
    });
  });
}

/** @param {number} leader */
function killGroup(leader) {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/**
 * Calls `end` when this process is told to stop, then stops as told.
 * @param {() => void} end
 * @returns {() => void} to call when there is nothing to end any more
 */
function endWith(end) {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  const forget = () => {
    for (const name of signals) process.off(name, stop);
  };
  /** @param {NodeJS.Signals} name */
  const stop = (name) => {
    end();
    forget();
    process.kill(process.pid, name);
  };
  for (const name of signals) process.on(name, stop);
  return forget;
}
