/** Runs what the options ask for, one after the other, and writes results.json and results.md. See README.md. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { installPackage } from "../tools/workspace/installedPackage";
import { ABSENT, CONTESTANTS } from "./contestants";
import { live } from "./life";
import { oneForm } from "./oneForm";
import { options } from "./options";
import { type Case, freshCase, loadResults, saveResults } from "./record";
import { settingsOfTheEngine } from "./settings";
import { startUp } from "./startUp";
import { report } from "./table";
import { thousand } from "./thousand";

/** Under a limit of calls a second, whole lives are only bearable when they are small. */
const LIMITED = { callsPerSecond: 10, sizes: [10], contestants: ["dynamic", "plain"] };

async function main(): Promise<void> {
  const { sizes, only, runs, minutes, latency: latencyMs, parts } = options(process.argv.slice(2));
  const engine = process.env.PULUMI_SMS_REGISTRATIONS_ENGINE;
  if (engine === undefined) throw new Error("Run `npm run bench`: it gets a Pulumi engine first.");
  const endMs = performance.now() + minutes * 60_000;
  const results = loadResults();
  results.absent = ABSENT;
  const { directory: installed, remove } = installPackage();
  process.once("exit", remove);

  const started = new Map<string, Case>();
  /** Does one thing, if there is still time, and keeps what came of it. */
  async function take(title: string, work: () => Promise<void>): Promise<void> {
    if (performance.now() > endMs) {
      results.leftOut.push(title);
      return;
    }
    console.log(`\n▸ ${title}`);
    await work().catch((error) => console.log(`  failed: ${error instanceof Error ? error.message : error}`));
    saveResults(results);
  }
  async function life(name: string, size: number, callsPerSecond?: number): Promise<void> {
    const contestant = CONTESTANTS.find((one) => one.name === name);
    if (contestant === undefined) return;
    const title = `${name}, ${size}${callsPerSecond ? `, at ${callsPerSecond} calls a second` : ""}`;
    if (size > contestant.maxSize) {
      results.leftOut.push(`${title}: too slow`);
      return;
    }
    await take(title, async () => {
      const announce = (line: string) => console.log(`  ${line}`);
      const run = await live(contestant, {
        size,
        latencyMs,
        callsPerSecond,
        installed,
        engine: engine ?? "",
        announce,
      });
      const one = started.get(title) ?? freshCase(results, { contestant: name, size, latencyMs, callsPerSecond });
      started.set(title, one);
      one.runs.push(run);
    });
  }

  for (let run = 1; run <= runs; run++) {
    if (parts.includes("start")) await take("start-up", () => startUp(results));
    if (parts.includes("form")) await take("one form", () => oneForm(latencyMs, results));
    for (const size of [...sizes].sort((a, b) => a - b)) {
      if (parts.includes("life")) for (const name of only) await life(name, size);
      if (!parts.includes("limited") || !LIMITED.sizes.includes(size)) continue;
      for (const name of LIMITED.contestants.filter((one) => only.includes(one))) {
        await life(name, size, LIMITED.callsPerSecond);
      }
    }
  }
  if (parts.includes("settings")) {
    await take("settings of the engine", () => settingsOfTheEngine({ installed, engine, latencyMs }, results));
  }
  if (parts.includes("thousand")) {
    await take("a thousand", () =>
      thousand({ installed, engine, latencyMs, announce: (line) => console.log(`  ${line}`) }, results),
    );
  }
  for (const [name, why] of Object.entries(ABSENT)) if (only.includes(name)) results.leftOut.push(`${name}: ${why}`);
  saveResults(results);
  const text = report(results);
  writeFileSync(path.join(__dirname, "results.md"), text);
  console.log(`\n${text}`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
