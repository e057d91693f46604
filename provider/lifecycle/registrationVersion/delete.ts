import { GONE, type Observation } from "../observation";
import type { Move } from "../step";
import { isGoneStatus, statusRule } from "./status";

/** Discards the newest version where its status allows that. A final version has nothing to discard. */
export function planVersionDelete(registrationId: string, observed: Observation): Move {
  const newest = observed.newestVersion;
  if (newest === undefined) return { move: "look", parts: ["newestVersion"] };
  if (newest === GONE) return { move: "done" };
  if (statusRule(newest.status).discard !== "nothing") {
    return { move: "apply", steps: [{ operation: "discardRegistrationVersion", registrationId }] };
  }
  if (isGoneStatus(newest.status)) return { move: "done" };
  return {
    move: "done",
    notice: `Version ${newest.versionNumber} of ${registrationId} is ${newest.status}: there is nothing to discard. It stays with its registration.`,
  };
}
