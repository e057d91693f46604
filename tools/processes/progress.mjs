// @ts-check

/**
 * Says every 15 seconds what a long step is doing and for how long.
 * @param {(line: string) => void} log
 * @param {() => string} what
 * @returns {() => void} to call at the end of the step
 */
export function showProgress(log, what, everyMs = 15_000) {
  const started = performance.now();
  const timer = setInterval(() => log(`  ${what()} (${duration(performance.now() - started)})`), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** @param {number} ms @returns {string} for people: `45 s`, `2 min 05 s` */
export function duration(ms) {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}
