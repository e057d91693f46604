// @ts-check
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { withLock } from "./lock.mjs";

/**
 * Makes a folder that is whole or not there: it is made aside and renamed at the end, by one process at a time.
 * What a killed process left behind is removed by the next one.
 * @param {string} folder
 * @param {object} how
 * @param {(folder: string) => Promise<boolean>} how.isWhole
 * @param {(aside: string) => Promise<void>} how.make fills a new, empty folder
 * @param {(owner: string) => void} [how.onWait]
 * @param {import("./lock.mjs").LockOptions} [how.lock]
 */
export async function makeOnce(folder, { isWhole, make, onWait, lock }) {
  if (await isWhole(folder)) return;
  await withLock(
    `${folder}.lock`,
    async () => {
      await removeLeftovers(folder);
      if (await isWhole(folder)) return;
      await mkdir(path.dirname(folder), { recursive: true });
      const aside = await mkdtemp(`${folder}.partial-`);
      try {
        await make(aside);
        await remove(folder);
        await rename(aside, folder);
      } catch (error) {
        await remove(aside);
        throw error;
      }
    },
    { onWait, ...lock },
  );
}

/** @param {string} folder only the lock's owner may: nobody alive writes there then */
async function removeLeftovers(folder) {
  const prefix = `${path.basename(folder)}.partial-`;
  for (const name of await readdir(path.dirname(folder))) {
    if (name.startsWith(prefix)) await remove(path.join(path.dirname(folder), name));
  }
}

/** @param {string} folder */
function remove(folder) {
  // Retries: a program that outlived its killed parent may still be writing there.
  return rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
