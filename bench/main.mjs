// @ts-check
/**
 * `npm run bench`: speed and size beside what people would use instead. See README.md for what is measured and the options.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { cleanEnvironment } from "../tools/environment.mjs";
import { ensureDependencies, root, runCommand } from "../tools/setUp.mjs";

await runCommand(async () => {
  await ensureDependencies();
  const { ensureEngine } = await import("../tools/engine/ensureEngine.mjs");
  const engine = await ensureEngine();
  const built = await node(
    [path.join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.build.json"],
    engine,
  );
  if (built !== 0) return built;
  const bundled = await node([path.join("tools", "bundle.mjs")], engine);
  if (bundled !== 0) return bundled;
  const bench = path.join("bench", "bench.ts");
  return node(["--require", "ts-node/register", bench, ...process.argv.slice(2)], engine);
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
