// @ts-check
/**
 * node leash.mjs COMMAND ARGUMENT...: runs a program that ends, with all that it started, when whoever started us does.
 *
 * A process that is killed cannot end its children. But its end of our stdin closes, and we are still there to notice:
 * otherwise a killed `npm ci` would go on beside the next one, in the same folder.
 */
import { spawn } from "node:child_process";

const NOT_FOUND = 127;
const windows = process.platform === "win32";
const [command = "", ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  // A group of its own, to be ended as a whole.
  detached: !windows,
  shell: windows && command.endsWith(".cmd"),
  stdio: ["ignore", "inherit", "inherit"],
});

child.once("error", (error) => {
  process.stderr.write(`${"code" in error && error.code === "ENOENT" ? `${command} was not found` : error.message}\n`);
  process.exit(NOT_FOUND);
});
child.once("exit", (code, signal) => {
  if (signal) process.stderr.write(`${command} was ended by ${signal}\n`);
  process.exit(code ?? 1);
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
process.stdin.on("close", end).on("error", end).resume();

function end() {
  try {
    if (windows) child.kill("SIGKILL");
    else if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
  process.exit(1);
}
