import { fieldInputs } from "../fields";
import { type DeniedReason, type FieldFeedback, GONE, type Observation, type StatusHistory } from "../observation";
import type { VersionInputs, VersionState } from "./declared";

/** What the service says of the newest version and its registration. */
export interface VersionOutputs {
  registrationArn?: string;
  versionNumber?: number;
  status?: string;
  statusHistory?: StatusHistory;
  deniedReasons?: DeniedReason[];
  fieldFeedback?: FieldFeedback[];
  feedback?: string;
  registrationStatus?: string;
  currentVersionNumber?: number;
  approvedVersionNumber?: number;
  latestDeniedVersionNumber?: number;
}

/** What is kept in the state after a run that reached what was declared. */
export function versionOutputs(
  inputs: VersionInputs,
  previous: (VersionState & VersionOutputs) | undefined,
  observed: Observation,
): VersionInputs & VersionOutputs {
  return { ...inputs, ...observedOutputs(previous, observed) };
}

/**
 * What is kept in the state after a run that did not: no `fields`, so that the next run takes nothing for granted.
 * A trigger counts as acted upon once there is a newer version than the one it asked to resubmit.
 */
export function unfinishedVersionOutputs(
  inputs: VersionInputs,
  previous: (VersionState & VersionOutputs) | undefined,
  observed: Observation,
): VersionState & VersionOutputs {
  const { fields: _, ...options } = inputs;
  const { fields: __, ...before } = previous ?? {};
  if (observed.newestVersion === undefined) return { ...options, ...before };
  const outputs = observedOutputs(previous, observed);
  const opened = previous === undefined || previous.versionNumber !== outputs.versionNumber;
  return { ...options, ...outputs, resubmitTrigger: opened ? inputs.resubmitTrigger : previous.resubmitTrigger };
}

/** What a refresh puts into the state: outputs as the service says, and inputs in which a difference shows as one. */
export function readVersionInputs(
  previous: VersionState & { registrationId: string },
  observed: Observation,
): VersionInputs {
  const fields = fieldInputs(observed.values?.values ?? new Map(), previous.fields);
  const { submit, awsReview, whileInReview, resubmitTrigger } = previous;
  return { registrationId: previous.registrationId, fields, submit, awsReview, whileInReview, resubmitTrigger };
}

function observedOutputs(previous: VersionOutputs | undefined, observed: Observation): VersionOutputs {
  const newest = observed.newestVersion === GONE ? undefined : observed.newestVersion;
  const registration = observed.registration === GONE ? undefined : (observed.registration ?? previous);
  return {
    registrationArn: newest?.registrationArn,
    versionNumber: newest?.versionNumber,
    status: newest?.status,
    statusHistory: newest?.statusHistory,
    deniedReasons: newest?.deniedReasons ?? [],
    fieldFeedback: observed.values?.fieldFeedback ?? [],
    feedback: newest?.feedback,
    registrationStatus: registration?.registrationStatus,
    currentVersionNumber: registration?.currentVersionNumber,
    approvedVersionNumber: registration?.approvedVersionNumber,
    latestDeniedVersionNumber: registration?.latestDeniedVersionNumber,
  };
}
