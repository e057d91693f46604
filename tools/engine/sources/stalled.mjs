// @ts-check
import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * A signal that is given when a folder stops growing for a while, or after the longest time at all.
 * @param {string} folder
 * @param {number} longestMs
 * @returns {{ signal: AbortSignal, stop: () => void }}
 */
export function stalled(folder, longestMs, silenceMs = 20_000) {
  const controller = new AbortController();
  const started = performance.now();
  let size = 0;
  let grew = started;
  const timer = setInterval(
    () => {
      const now = performance.now();
      const found = folderSize(folder);
      if (found !== size) grew = now;
      size = found;
      if (now - grew > silenceMs) controller.abort(new Error(`got nothing for ${silenceMs / 1000} s`));
      if (now - started > longestMs) controller.abort(new Error(`took longer than ${longestMs / 60_000} minutes`));
    },
    Math.min(1_000, silenceMs),
  );
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

/** Bytes of all files below a folder. @param {string} folder @returns {number} */
export function folderSize(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => path.join(folder, entry.name))
      .reduce((sum, file) => sum + sizeOf(file), 0);
  } catch {
    return 0;
  }
}

/** @param {string} file @returns {number} */
function sizeOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isDirectory() ? folderSize(file) : (found?.size ?? 0);
}
