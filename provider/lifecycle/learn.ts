import {
  type AssociationFacts,
  type AttachmentFacts,
  GONE,
  type Observation,
  type RegistrationFacts,
  type ValueFacts,
  type VersionFacts,
} from "./observation";
import type { Step } from "./step";

/** What the service's answer to a step says. */
export type Answer = {
  registration?: RegistrationFacts;
  version?: VersionFacts;
  attachment?: AttachmentFacts;
  association?: AssociationFacts;
  /** The tags of what was made, where it was made with them just now. */
  tags?: Readonly<Record<string, string>>;
};

/** What is known after a look. Values that were known of an older version say nothing of a newer one. */
export function see(observed: Observation, seen: Observation): Observation {
  const isOther = versionNumber(seen) !== undefined && versionNumber(seen) !== versionNumber(observed);
  return { ...observed, ...(isOther ? { values: undefined } : {}), ...seen };
}

function versionNumber({ newestVersion }: Observation): number | undefined {
  return newestVersion === GONE ? undefined : newestVersion?.versionNumber;
}

/** What is known after a step that succeeded. What the step may have moved, and the answer does not tell, is forgotten. */
export function learn(observed: Observation, step: Step, answer: Answer): Observation {
  switch (step.operation) {
    case "createRegistration":
      return { registration: answer.registration, tags: answer.tags };
    case "createRegistrationAttachment":
      return { attachment: answer.attachment, tags: answer.tags };
    case "deleteRegistrationAttachment":
      return { attachment: GONE };
    case "createRegistrationAssociation":
      return {
        ...observed,
        associations: [...associationsOf(observed), ...(answer.association ? [answer.association] : [])],
      };
    case "deleteRegistration":
      return { registration: GONE, newestVersion: GONE };
    case "createRegistrationVersion":
      return {
        associations: observed.associations,
        newestVersion: answer.version,
        values: { values: new Map(), mayAlsoHold: new Set(step.mayInherit), fieldFeedback: [] },
      };
    case "putRegistrationFieldValue":
    case "deleteRegistrationFieldValue":
      return { ...observed, values: withField(observed.values, step) };
    case "submitRegistrationVersion": {
      // The answer may be a verdict already.
      const { values: held } = observed;
      const values = held && { ...held, fieldFeedback: undefined, isDoubtful: held.isShared };
      const submitted = answer.version && { versionNumber: answer.version.versionNumber, looks: 0 };
      return { ...observed, newestVersion: answer.version, values, registration: undefined, submitted };
    }
    case "discardRegistrationVersion":
      return { ...observed, newestVersion: answer.version, registration: undefined };
    case "tagResource":
      return { ...observed, tags: { ...observed.tags, ...step.tags } };
    case "untagResource": {
      const kept = Object.entries(observed.tags ?? {}).filter(([key]) => !step.tagKeys.includes(key));
      return { ...observed, tags: Object.fromEntries(kept) };
    }
  }
}

function associationsOf({ associations }: Observation): AssociationFacts[] {
  return associations === undefined || associations === GONE ? [] : associations;
}

/** What is known after a step of which nobody can say whether it took effect. */
export function doubt(observed: Observation, step: Step): Observation {
  if (step.operation !== "putRegistrationFieldValue" && step.operation !== "deleteRegistrationFieldValue") return {};
  if (observed.values === undefined) return observed;
  const values = new Map(observed.values.values);
  values.delete(step.fieldPath);
  return {
    ...observed,
    values: { ...observed.values, values, mayAlsoHold: new Set([...observed.values.mayAlsoHold, step.fieldPath]) },
  };
}

type FieldStep = Extract<Step, { fieldPath: string }>;

function withField(facts: ValueFacts | undefined, step: FieldStep): ValueFacts | undefined {
  if (facts === undefined) return undefined;
  const values = new Map(facts.values);
  if (step.operation === "putRegistrationFieldValue") values.set(step.fieldPath, step.value);
  else values.delete(step.fieldPath);
  const mayAlsoHold = new Set([...facts.mayAlsoHold].filter((path) => path !== step.fieldPath));
  return { ...facts, values, mayAlsoHold };
}
