// @ts-check
/**
 * `npm run record`: keeps stacks that this version has written below test/recorded/<version>, for later versions to go on
 * with. Once for each release; what is there already stays.
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
  await node([path.join(root, "tools", "bundle.mjs")], engine);
  return node(["--require", "ts-node/register", path.join("tools", "record", "record.ts")], engine);
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
