import { setTimeout as later } from "node:timers";
import fc from "fast-check";

export interface FuzzOptions {
  runs: number;
  seed: number;
}

/** Stands in what must not be repeated: the values of a form, the content of a file. */
export const CANARY = "canary-5e1f";

const PATIENCE_MS = 10_000;

/** Searches for an input that is answered wrongly, or not at all; gives the shortest one found. */
export async function search<T>(
  { runs, seed }: FuzzOptions,
  input: fc.Arbitrary<T>,
  isFine: (input: T) => Promise<void>,
): Promise<string | undefined> {
  const property = fc.asyncProperty(input, (one) => inTime(isFine(one)));
  const result = await fc.check(property, { numRuns: runs, seed });
  if (!result.failed) return undefined;
  const why = result.errorInstance instanceof Error ? result.errorInstance.message : "";
  return `seed ${seed}, path ${result.counterexamplePath}: ${JSON.stringify(result.counterexample)}\n${why}`;
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = later(() => reject(new Error("It hangs.")), PATIENCE_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** An error that tells something; those of the language itself mean that nobody expected the input. */
export function requireExpected(error: unknown): void {
  requireQuiet(error);
  const isOfLanguage = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
  if (isOfLanguage || (error instanceof Error && OF_LANGUAGE.test(error.message))) throw error;
}

const OF_LANGUAGE = /is not (a function|iterable)|of undefined|of null|circular/;

/** An error of any kind, which ends the run in good order and repeats no value. */
export function requireQuiet(error: unknown): void {
  if (!(error instanceof Error) || error.message === "") throw new Error(`It failed with ${String(error)}`);
  if (error.message.includes(CANARY)) throw new Error(`It repeats a value: ${error.message}`);
}
