import { learn } from "../../../provider/lifecycle/learn";
import type { Observation, ValueFacts, VersionFacts } from "../../../provider/lifecycle/observation";
import type { Move, Step } from "../../../provider/lifecycle/step";

/** What the service holds while a plan is followed. `inherits`: a new version starts with the values of the one before. */
export interface Held {
  newestVersion: VersionFacts;
  values: ValueFacts;
  inherits?: boolean;
}

/**
 * Follows a plan to its end, the way `reconcile` does, against a service that is a value: answers what is looked at,
 * does what is applied. Returns one line per look, step and end.
 */
export function follow(decide: (observed: Observation) => Move, service: Held, observed: Observation = {}): string[] {
  const lines: string[] = [];
  let [held, known] = [service, observed];
  for (let moves = 0; moves < 20; moves++) {
    const next = decide(known);
    switch (next.move) {
      case "done":
        return next.notice === undefined ? lines : [...lines, next.notice];
      case "refuse":
        return [...lines, `refused: ${next.refusal.code}`];
      case "recall":
        known = { ...known, ...next.known };
        break;
      case "look":
        lines.push(`look: ${next.parts.join(", ")}`);
        known = { ...known, ...look(held, next.parts) };
        break;
      case "apply":
        for (const step of next.steps) {
          lines.push(line(step));
          held = afterStep(held, step);
          known = learn(known, step, { version: held.newestVersion });
        }
    }
  }
  throw new Error(`The plan has no end: ${lines.join("; ")}`);
}

/** The lines that change something, and the refusal if there is one. */
export function withoutLooks(lines: string[]): string[] {
  return lines.filter((text) => !text.startsWith("look: "));
}

function line(step: Step): string {
  switch (step.operation) {
    case "putRegistrationFieldValue":
      return `put ${step.fieldPath}`;
    case "deleteRegistrationFieldValue":
      return `delete ${step.fieldPath}`;
    case "submitRegistrationVersion":
      return step.awsReview ? "submit to AWS" : "submit";
    case "createRegistrationVersion":
      return "open";
    case "discardRegistrationVersion":
      return "discard";
    default:
      throw new Error(`No step of a version: ${step.operation}`);
  }
}

function look(held: Held, parts: readonly string[]): Observation {
  return {
    ...(parts.includes("newestVersion") ? { newestVersion: held.newestVersion } : {}),
    ...(parts.includes("values") ? { values: held.values } : {}),
    ...(parts.includes("registration") ? { registration: REGISTRATION } : {}),
  };
}

function afterStep(held: Held, step: Step): Held {
  const { newestVersion } = held;
  switch (step.operation) {
    case "createRegistrationVersion": {
      const values = held.inherits ? held.values : NO_VALUES;
      return { ...held, newestVersion: version("DRAFT", newestVersion.versionNumber + 1), values };
    }
    case "submitRegistrationVersion":
      return { ...held, newestVersion: { ...newestVersion, status: "SUBMITTED" } };
    case "discardRegistrationVersion":
      return { ...held, newestVersion: { ...newestVersion, status: "DISCARDED" } };
    case "putRegistrationFieldValue":
      return {
        ...held,
        values: { ...held.values, values: new Map(held.values.values).set(step.fieldPath, step.value) },
      };
    case "deleteRegistrationFieldValue": {
      const values = new Map(held.values.values);
      if (!values.delete(step.fieldPath)) throw new Error(`Nothing to delete: ${step.fieldPath}`);
      return { ...held, values: { ...held.values, values } };
    }
    default:
      throw new Error(`No step of a version: ${step.operation}`);
  }
}

export const NO_VALUES: ValueFacts = { values: new Map(), mayAlsoHold: new Set(), fieldFeedback: [] };

export const REGISTRATION = {
  registrationId: "registration-1",
  registrationArn: "arn:aws:sms-voice:us-east-1:111122223333:registration/registration-1",
  registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
  registrationStatus: "CREATED",
  currentVersionNumber: 1,
  createdTimestamp: "2026-01-01T00:00:00.000Z",
};

export function version(status: string, versionNumber = 1): VersionFacts {
  return {
    registrationArn: REGISTRATION.registrationArn,
    versionNumber,
    status,
    statusHistory: { draftTimestamp: "2026-01-01T00:00:00.000Z" },
    deniedReasons: [],
  };
}
