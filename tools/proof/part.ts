/** One part of the proof, in a process of its own; the parts are independent, so two run side by side. See all.ts. */
import { HOSTS } from "../../test/proof/process";
import { badAnswers, badArguments, badFiles, badRequests } from "./fuzz";
import { longLife } from "./longLife";
import { crashPoints, randomly } from "./searches";

export interface Options {
  seed: number;
  /** Random programs for each host. */
  runs: number;
}

/** How many cases hold, of how many. What does not is told in full. */
export interface Outcome {
  passed: number;
  total: number;
  failures: string[];
}

/** A line for whoever watches. */
export type Say = (line: string) => void;

/** The parts of the proof, the longest first. */
export const PARTS: Record<string, (options: Options, say: Say) => Promise<Outcome>> = Object.fromEntries([
  ...HOSTS.map((host) => [`every crash point, ${host}`, (_: Options, say: Say) => crashPoints(host, say)] as const),
  ...HOSTS.map((host) => [`random programs, ${host}`, (options: Options) => randomly(host, options)] as const),
  ...HOSTS.map((host) => [`a year of weeks, ${host}`, () => longLife(host)] as const),
  ...HOSTS.map((host) => [`bad arguments, ${host}`, (options: Options) => badArguments(host, options)] as const),
  ["bad answers of the service", badAnswers],
  ["bad files", badFiles],
  ["bad requests to the simulator", badRequests],
]);

/** With a part's name and the options it is that part: what it prints goes to stdout, its outcome to the parent. */
async function main([name = "", options = "{}"]: string[]): Promise<void> {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`The proof has no part "${name}".`);
  // The provider prints what a user would see.
  console.log = () => {};
  const outcome = await part(JSON.parse(options), (line) => process.stdout.write(`${line}\n`));
  process.send?.(outcome, () => process.exit());
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  });
}
