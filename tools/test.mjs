// @ts-check
/**
 * `npm test`: everything, from a fresh clone; the last line is `N passed, N failed`.
 *
 *     npm test -- --fast             without the runs on other Node.js versions
 *     npm test -- --grep denied      mocha's own arguments: those tests only, on this Node.js
 */
import { ensureDependencies, runCommand } from "./setUp.mjs";

await runCommand(async () => {
  await ensureDependencies();
  const { testRun } = await import("./testRun/testRun.mjs");
  return testRun(process.argv.slice(2));
});
