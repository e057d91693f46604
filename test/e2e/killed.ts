import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "./stack";

/**
 * Runs a command of the engine until the service leaves each of these calls without an answer (`"<operation>"`, or
 * `"<operation> 5"` for the fifth one), then kills the engine, its hosts and the provider, and takes the stack's lock away.
 */
export async function killed(stack: Stack, calls: readonly string[], ...command: string[]): Promise<void> {
  const rules = calls.map((call) => {
    const [operation, nth = 1] = call.split(" ");
    return { operation, nth: Number(nth), fault: { kind: "hang" } } as const;
  });
  await stack.control.faults(rules);
  const args = ["--non-interactive", "--color=never", ...command, "--yes", "--skip-preview"];
  const child = spawn("pulumi", args, { cwd: stack.file("."), env: stack.pulumi.env, stdio: "ignore" });
  let isOver = false;
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve())).then(() => {
    isOver = true;
  });
  while (!isOver && (await stack.control.firedFaults()).length < rules.length) await sleep(20);
  assert.ok(!isOver && child.pid !== undefined, `${command.join(" ")} ended before ${calls.join(" and ")}`);
  for (const pid of [child.pid, ...descendants(child.pid)]) kill(pid);
  await ended;
  await stack.control.clearFaults();
  await stack.pulumi.must("cancel", "--yes");
}

/** Plugins are in process groups of their own. */
function descendants(root: number): number[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const rows = table.map((row) => row.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] =>
    rows.filter(([, of]) => of === parent).flatMap(([pid]) => [pid, ...below(pid)]);
  return below(root);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended with the one that started it.
  }
}
