import type { Observation, RegistrationFacts } from "../lifecycle/observation";

/**
 * Registrations that this process has made a moment ago. Version 1 of such a registration is a DRAFT without values,
 * and nobody else has heard of its id, so the first look at it needs no call.
 */
const freshRegistrations = new Map<string, Observation>();

export function rememberFresh(facts: RegistrationFacts): void {
  const { registrationId, registrationArn, createdTimestamp } = facts;
  rememberType(facts);
  freshRegistrations.set(registrationId, {
    newestVersion: {
      registrationArn,
      versionNumber: 1,
      status: "DRAFT",
      statusHistory: { draftTimestamp: createdTimestamp },
      deniedReasons: [],
    },
    values: { values: new Map(), mayAlsoHold: new Set(), fieldFeedback: [] },
    associations: [],
  });
}

/** Whether this process made the registration, and has not looked at it since. */
export function isFresh(registrationId: string): boolean {
  return freshRegistrations.has(registrationId);
}

/** A registration never changes its type. */
const registrationTypes = new Map<string, string>();

export function rememberType({ registrationId, registrationType }: RegistrationFacts): void {
  registrationTypes.set(registrationId, registrationType);
}

export function knownType(registrationId: string): string | undefined {
  return registrationTypes.get(registrationId);
}

/** Only the first look: after it, things may change. */
export function takeFresh(registrationId: string): Observation | undefined {
  const fresh = freshRegistrations.get(registrationId);
  freshRegistrations.delete(registrationId);
  return fresh;
}

/**
 * Whether a registration was created by the very call that answered with it, and not by an earlier one with the same
 * ClientToken. Both times are of the service's clock; the Date header is cut to the second.
 */
export function isCreatedBy(
  call: { answeredAtMs: number | undefined; tookMs: number },
  createdTimestamp: string,
): boolean {
  return call.answeredAtMs !== undefined && Date.parse(createdTimestamp) >= call.answeredAtMs - call.tookMs;
}
