// @ts-check
import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * @typedef {{ pid: number, host: string, token: string }} Owner
 * @typedef {object} LockOptions
 * @property {(owner: string) => void} [onWait] called once when another process has the lock
 * @property {number} [beatMs] how often the owner shows that it lives
 * @property {number} [silenceMs] how long a waiter sees no beat before it takes over
 * @property {number} [pollMs]
 */

/**
 * Runs `work` while no other process on this file system does.
 *
 * The lock is a file; its owner renews the file's date as long as it lives. A lock is taken over when its owner is a dead
 * process of this machine, or when the file has not changed while the waiter watched (so clocks need not agree).
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {LockOptions} options
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait, beatMs = 1_000, silenceMs = 20_000, pollMs = 200 } = {}) {
  await mkdir(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() });
  let watched = { text: "", date: 0, since: 0 };
  let waiting = false;
  while (!(await create(file, mine))) {
    const seen = await look(file);
    if (!seen) continue;
    if (seen.text !== watched.text || seen.date !== watched.date) watched = { ...seen, since: performance.now() };
    if (isDead(ownerOf(seen.text)) || performance.now() - watched.since > silenceMs) {
      await removeStale(file, seen);
      continue;
    }
    if (!waiting) onWait?.(describe(ownerOf(seen.text)));
    waiting = true;
    await sleep(pollMs);
  }
  const beat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    // Somebody may have taken it over, while the machine slept for example.
    if ((await look(file))?.text === mine) await rm(file, { force: true });
  }
}

/** @param {string} file @param {string} text @returns {Promise<boolean>} whether the file was not there before */
async function create(file, text) {
  try {
    const handle = await open(file, "wx");
    await handle.writeFile(text).finally(() => handle.close());
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
async function look(file) {
  try {
    return { text: await readFile(file, "utf8"), date: (await stat(file)).mtimeMs };
  } catch {
    return undefined;
  }
}

/**
 * Removes the lock that was seen, and no younger one: of several waiters one at a time looks again and removes.
 * @param {string} file
 * @param {{ text: string, date: number }} seen
 */
async function removeStale(file, seen) {
  const guard = `${file}.takeover`;
  if (!(await create(guard, ""))) {
    const held = await look(guard);
    if (held && Date.now() - held.date > 10_000) await rm(guard, { force: true });
    return void (await sleep(50));
  }
  try {
    const now = await look(file);
    if (now && now.text === seen.text && now.date === seen.date) await rm(file, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

/** @param {string} text @returns {Owner | undefined} undefined while its owner is still writing it */
function ownerOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {Owner | undefined} owner */
function isDead(owner) {
  if (!owner || owner.host !== hostname()) return false;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}

/** @param {Owner | undefined} owner */
function describe(owner) {
  return owner ? ` (process ${owner.pid}${owner.host === hostname() ? "" : ` on ${owner.host}`})` : "";
}
