// @ts-check
/**
 * `npm run proof`: every scenario, disturbed at every call in every way, has to end as if nothing had happened, over both
 * hosts; then random programs, a simulated year and input of any kind, for longer than `npm test` has time for. Exits
 * non-zero on any failure.
 *
 *     npm run proof -- --runs 20000    so many random programs for each host; 200 if it is not given
 *     npm run proof -- --seed 42       the search with this seed again
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { cleanEnvironment } from "../environment.mjs";
import { ensureDependencies, root, runCommand } from "../setUp.mjs";

await runCommand(async () => {
  await ensureDependencies();
  const script = path.join("tools", "proof", "all.ts");
  const child = spawn(process.execPath, ["--require", "ts-node/register", script, ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
    env: cleanEnvironment(undefined),
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
});
