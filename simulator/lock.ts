import { randomUUID } from "node:crypto";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";

export interface Lock {
  /** Throws when another process took the lock for abandoned: nothing may be written then. */
  assertHeld(): void;
  release(): void;
}

/** A holder works for milliseconds. One that is still there after this time was stopped, or ran on another machine. */
const abandonedMs = 10_000;
const giveUpMs = 30_000;

/** Takes a lock file that processes share. A lock whose process has ended, or that is very old, is broken. */
export async function acquireLock(path: string): Promise<Lock> {
  const token = `${process.pid} ${hostname()} ${randomUUID()}`;
  const endMs = Date.now() + giveUpMs;
  for (let pauseMs = 1; !create(path, token); pauseMs = Math.min(pauseMs * 2, 50)) {
    if (isAbandoned(path)) breakLock(path);
    else if (Date.now() > endMs)
      throw new Error(`Waiting for ${path}: another simulator has held it for ${giveUpMs} ms`);
    else await wait(pauseMs * (0.5 + Math.random()));
  }
  const held = () => read(path) === token;
  return {
    assertHeld() {
      if (!held()) throw new Error(`The lock ${path} was taken away; this process must have stood still`);
    },
    release() {
      if (held()) rmSync(path, { force: true });
    },
  };
}

function create(path: string, token: string): boolean {
  try {
    writeFileSync(path, token, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isAbandoned(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return false;
  if (Date.now() - stats.mtimeMs > abandonedMs) return true;
  const [pid, host] = (read(path) ?? "").split(" ");
  // The numbers of another machine's processes say nothing here.
  return host === hostname() && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Only one process at a time looks again and removes, or a second one could remove the lock that the first has just taken. */
function breakLock(path: string): void {
  const breaking = `${path}.breaking`;
  if (!create(breaking, String(process.pid))) {
    const since = statSync(breaking, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > abandonedMs) rmSync(breaking, { force: true });
    return;
  }
  try {
    if (isAbandoned(path)) rmSync(path, { force: true });
  } finally {
    rmSync(breaking, { force: true });
  }
}
