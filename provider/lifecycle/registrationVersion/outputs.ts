import { fieldInputs } from "../fields";
import { type DeniedReason, type FieldFeedback, GONE, type Observation, type StatusHistory } from "../observation";
import { lastRunVersionNumber, type VersionInputs, type VersionState } from "./declared";

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
  const isUnseen = observed.newestVersion === undefined;
  const outputs = isUnseen ? before : observedOutputs(previous, observed);
  const isUnacted = previous && (isUnseen || lastRunVersionNumber(previous) === outputs.versionNumber);
  return { ...options, ...outputs, resubmitTrigger: (isUnacted ? previous : inputs).resubmitTrigger };
}

/**
 * What a refresh puts into the state: outputs as the service says, and inputs in which a difference shows as one.
 * A refresh acts on no trigger, so the state goes on telling which version the last run knew.
 */
export function readVersion(
  previous: VersionState & VersionOutputs & { registrationId: string },
  observed: Observation,
): { inputs: VersionInputs; state: VersionState & VersionOutputs } {
  const fields = fieldInputs(observed.values?.values ?? new Map(), previous.fields);
  const inputs = { ...declaredInputs(previous), registrationId: previous.registrationId, fields };
  const state = versionOutputs(inputs, previous, observed);
  const lastRun = lastRunVersionNumber(previous) ?? 0;
  return { inputs, state: lastRun === state.versionNumber ? state : { ...state, lastRunVersionNumber: lastRun } };
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

/** The arguments among what the state holds, but for the region, which the state knows even where nobody declared it. */
function declaredInputs(state: VersionState): Omit<VersionInputs, "registrationId" | "fields" | "region"> {
  const { submit, awsReview, whileInReview, waitFor, waitTimeout, associations } = state;
  const { registrationType, validation, ignoreAdvice, resubmitTrigger } = state;
  return {
    submit,
    awsReview,
    whileInReview,
    waitFor,
    waitTimeout,
    associations,
    registrationType,
    validation,
    ignoreAdvice,
    resubmitTrigger,
  };
}
