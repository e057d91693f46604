import { type StatusChange, statusChangeOf } from "./statusChange";

/** What the stack knows of a version after the refresh. */
export interface Version {
  status: string;
  versionNumber: number;
  /** Why it was denied: the reasons of the form, then those of single fields. */
  reasons: string[];
}

/** What the handler needs of the world. */
export interface World {
  /** The stack that a registration belongs to; `undefined` where that is none of ours. */
  stackOf(registrationId: string): Promise<string | undefined>;
  /** The last change of a registration that was handled to its end. */
  seen: {
    get(registrationId: string): Promise<Seen | undefined>;
    set(registrationId: string, seen: Seen): Promise<void>;
  };
  /**
   * Brings the service's status into the stack, and does what can be done now: `pulumi up --refresh --target`.
   * `undefined` where the stack has no such registration.
   */
  refresh(stack: string, registrationId: string): Promise<Version | undefined>;
  /** Tells a person. */
  tell(text: string): Promise<void>;
}

export interface Seen {
  timestamp: number;
  status: string;
}

/** What a person has to do, by status. */
const FOR_PEOPLE: Record<string, string> = {
  DENIED: "Correct the fields and run `pulumi up`.",
  REVOKED: "Ask AWS support why, then run `pulumi up`.",
  REQUIRES_AUTHENTICATION: "A step that arrives by e-mail has to be completed, or the review does not go on.",
};

/**
 * Handles one event. EventBridge delivers each at least once, and in any order: an event that is as old as the last one
 * that was handled changes nothing. What fails is thrown, so that the event is delivered again.
 */
export async function handle(event: unknown, world: World): Promise<"ignored" | "handled"> {
  const change = statusChangeOf(event);
  if (change === undefined) return "ignored";
  const { registrationId, registrationStatusChangeTimestamp: timestamp, currentStatus } = change;
  if (isOld(change, await world.seen.get(registrationId))) return "ignored";
  const stack = await world.stackOf(registrationId);
  if (stack === undefined) return "ignored";

  // What the service says now counts: it may be further than the event.
  const version = await world.refresh(stack, registrationId);
  if (version === undefined) return "ignored";
  const todo = FOR_PEOPLE[version.status];
  if (todo !== undefined) await world.tell(message(change, stack, version, todo));
  await world.seen.set(registrationId, { timestamp, status: currentStatus });
  return "handled";
}

/** A registration may enter two statuses within a millisecond. */
function isOld({ registrationStatusChangeTimestamp: timestamp, currentStatus }: StatusChange, seen: Seen | undefined) {
  if (seen === undefined || timestamp > seen.timestamp) return false;
  return timestamp < seen.timestamp || currentStatus === seen.status;
}

function message(
  change: StatusChange,
  stack: string,
  { status, versionNumber, reasons }: Version,
  todo: string,
): string {
  const { registrationId, registrationType } = change;
  return [
    `Version ${versionNumber} of ${registrationId} (${registrationType}, stack ${stack}) is ${status}. ${todo}`,
    ...reasons.map((reason) => `- ${reason}`),
  ].join("\n");
}
