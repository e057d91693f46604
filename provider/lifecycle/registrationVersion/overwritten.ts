import type { Observation, VersionFacts } from "../observation";
import type { Move } from "../step";
import { submittedByOthers } from "./refusal";

/** Some 10 seconds: what was written shows after them, if nobody else has written. */
const LOOKS = 3;
const TIMEOUT_MS = 60_000;

/**
 * What this run has submitted holds something else than it wrote. Field values are eventually consistent, so that alone
 * says nothing; where it stays so, another program or a person wrote to the same draft at the same time.
 */
export function overwritten(
  registrationId: string,
  newest: VersionFacts,
  { versionNumber, looks }: NonNullable<Observation["submitted"]>,
): Move {
  if (looks >= LOOKS) return { move: "refuse", refusal: submittedByOthers(registrationId, newest) };
  return {
    move: "wait",
    what: `Version ${versionNumber} of ${registrationId} does not show the submitted field values yet`,
    timeoutMs: TIMEOUT_MS,
    keep: true,
    parts: ["values"],
    known: { submitted: { versionNumber, looks: looks + 1 } },
  };
}
