import { startSimulator } from "../../simulator";
import { fuzzAnswers } from "../../test/proof/fuzz/answers";
import { fuzzArguments, fuzzFiles, fuzzRequests } from "../../test/proof/fuzz/inputs";
import type { Host } from "../../test/proof/process";
import type { Options, Outcome } from "./part";

/** Inputs of each kind. */
const RUNS = 2_000;

type Search = (options: { runs: number; seed: number }) => Promise<string | undefined>;

async function outcomeOf(search: Search, { seed }: Options): Promise<Outcome> {
  const counterexample = await search({ runs: RUNS, seed });
  if (counterexample === undefined) return { passed: RUNS, total: RUNS, failures: [] };
  return { passed: 0, total: RUNS, failures: [counterexample] };
}

export async function badArguments(host: Host, options: Options): Promise<Outcome> {
  const simulator = await startSimulator();
  const outcome = await outcomeOf((search) => fuzzArguments(simulator, host, search), options);
  await simulator.close();
  return outcome;
}

export async function badRequests(options: Options): Promise<Outcome> {
  const simulator = await startSimulator();
  const outcome = await outcomeOf((search) => fuzzRequests(simulator, search), options);
  await simulator.close();
  return outcome;
}

export const badAnswers = (options: Options) => outcomeOf(fuzzAnswers, options);

/** Not the size of the search but of the files takes the time. */
export const badFiles = (options: Options) => outcomeOf(fuzzFiles, options);
