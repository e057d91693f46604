/** Runs the parts of the proof and prints their tables; the exit code tells whether every row holds. See main.mjs. */
import { fork } from "node:child_process";
import path from "node:path";
import { FAULT_KINDS } from "../../test/proof/faults";
import { type Options, type Outcome, PARTS } from "./part";

/** As many as the machines have cores on which this has to be quick. */
const SIDE_BY_SIDE = 2;

const say = (line = "") => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const options: Options = { runs: option("--runs") ?? 200, seed: option("--seed") ?? Date.now() % 2_147_483_647 };
  const letters = FAULT_KINDS.map(({ name }, index) => [String.fromCharCode(97 + index), name] as const);
  say("Every crash point: cases that end as the undisturbed run, of all\n");
  for (const [letter, name] of letters) say(`  ${letter}  ${name}`);
  const columns = letters.map(([letter]) => letter.padStart(5)).join(" ");
  say(`\n${"host".padEnd(17)} ${"scenario".padEnd(56)} calls ${columns}`);

  const names = Object.keys(PARTS);
  const results = new Map<string, { outcome: Outcome; seconds: number }>();
  const waiting = [...names];
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const startedMs = Date.now();
      const outcome = await inItsProcess(name, options);
      results.set(name, { outcome, seconds: Math.round((Date.now() - startedMs) / 1000) });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));

  say(`\nSeed ${options.seed}: the same again by --seed ${options.seed}\n`);
  say(`${"part".padEnd(40)} ${"holds".padStart(7)} ${"of".padStart(7)} ${"seconds".padStart(8)}`);
  for (const name of names) {
    const { outcome, seconds } = results.get(name) ?? { outcome: NOTHING, seconds: 0 };
    const numbers = [
      String(outcome.passed).padStart(7),
      String(outcome.total).padStart(7),
      String(seconds).padStart(8),
    ];
    say(`${name.padEnd(40)} ${numbers.join(" ")}`);
  }
  const failures = [...results.values()].flatMap(({ outcome }) => outcome.failures);
  for (const failure of failures) say(`FAILED ${failure}`);
  const isProven = [...results.values()].every(({ outcome }) => outcome.total > 0 && outcome.passed === outcome.total);
  return isProven && failures.length === 0 ? 0 : 1;
}

const NOTHING: Outcome = { passed: 0, total: 0, failures: [] };

/** A part that ends without an outcome has failed. */
function inItsProcess(name: string, options: Options): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let outcome: Outcome = { ...NOTHING, failures: [`${name}: it ended before it could tell`] };
    const child = fork(path.join(__dirname, "part.ts"), [name, JSON.stringify(options)]);
    child.once("message", (told) => {
      outcome = told as Outcome;
    });
    child.once("error", reject);
    child.once("close", () => resolve(outcome));
  });
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
