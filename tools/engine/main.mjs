// @ts-check
/** `npm run --silent engine`: makes sure of a Pulumi engine; the last line of stdout is the folder to put in front of PATH. */
import { ensureDependencies, runCommand } from "../setUp.mjs";

await runCommand(async () => {
  await ensureDependencies();
  const { ensureEngine } = await import("./ensureEngine.mjs");
  const engine = await ensureEngine();
  console.log(engine.directory);
});
