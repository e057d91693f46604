/** Prints the tables of the proof; the exit code tells whether every row holds. See main.mjs. */
import { startSimulator } from "../../simulator";
import { FAULT_KINDS } from "../../test/proof/faults";
import { HOSTS } from "../../test/proof/process";
import { randomPrograms } from "../../test/proof/randomPrograms";
import { countOf, crashPointTable, type Row } from "../../test/proof/table";

const say = (line = "") => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const startedMs = Date.now();
  const simulator = await startSimulator();
  say("Every crash point, in both hosts: cases that end as the undisturbed run, of all\n");
  const letters = FAULT_KINDS.map(({ name }, index) => [String.fromCharCode(97 + index), name] as const);
  for (const [letter, name] of letters) say(`  ${letter}  ${name}`);
  let failed = 0;
  for (const host of HOSTS) {
    say(`\n${host.padEnd(56)} calls ${letters.map(([letter]) => letter.padStart(5)).join(" ")}`);
    const { rows, failures } = await crashPointTable({ simulator, host }, undefined, (row) => say(line(row)));
    const { passed, total } = countOf(rows);
    say(`${passed} of ${total} cases hold: ${rows.length} scenarios, ${FAULT_KINDS.length} kinds of fault.`);
    for (const { scenario, fault, nth, problem } of failures)
      say(`FAILED ${host}: ${scenario}, ${fault} at call ${nth}: ${problem}`);
    failed += failures.length;
  }

  const runs = option("--runs") ?? 300;
  const seed = option("--seed") ?? Date.now() % 2_147_483_647;
  for (const host of HOSTS) {
    say(`\nRandom programs, ${host}: ${runs} runs with seed ${seed}`);
    const counterexample = await randomPrograms({ simulator, host }, { runs, seed });
    say(counterexample === undefined ? `${runs} of ${runs} runs hold.` : `FAILED ${counterexample}`);
    if (counterexample !== undefined) failed++;
  }
  await simulator.close();
  say(`\n${Math.round((Date.now() - startedMs) / 1000)} s`);
  return failed === 0 ? 0 : 1;
}

function line({ scenario, calls, cells }: Row): string {
  const shown = [...cells.values()].map(({ passed, total }) => `${passed}/${total}`.padStart(5));
  return `${scenario.padEnd(56)} ${String(calls).padStart(5)} ${shown.join(" ")}`;
}

function option(name: string): number | undefined {
  const index = process.argv.indexOf(name);
  if (index < 0) return undefined;
  const value = Number(process.argv[index + 1]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} takes a whole number.`);
  return value;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  },
);
