/** What the engine starts: tells the port of the provider on stdout, and lives until it is ended. */
import { serve } from "./plugin/server";

async function main(): Promise<void> {
  const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
  const served = await serve(engineAddress);
  // The engine tells of an interrupt by `Cancel`; its own signal says that it is done with us.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => served.close().then(() => process.exit()));
  console.log(served.port);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
