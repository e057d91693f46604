// @ts-check
/**
 * `npm run demo`: a real engine reconciles a registration version against a simulated service, from the first `up` over
 * a denial to the approval. `npm run demo -- --json` prints one object instead of the story.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { cleanEnvironment } from "../environment.mjs";
import { ensureDependencies, root, runCommand } from "../setUp.mjs";

await runCommand(async () => {
  await ensureDependencies();
  const { ensureEngine } = await import("../engine/ensureEngine.mjs");
  const engine = await ensureEngine();
  await node([path.join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"], engine);
  return node(
    ["--require", "ts-node/register", path.join("tools", "demo", "demo.ts"), ...process.argv.slice(2)],
    engine,
  );
});

/**
 * @param {string[]} args
 * @param {{ directory: string }} engine
 * @returns {Promise<number>}
 */
function node(args, engine) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: cleanEnvironment(engine) });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
