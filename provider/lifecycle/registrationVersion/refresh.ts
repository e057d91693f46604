import { declaredFields } from "../fields";
import { GONE, type Observation, type Part, unseen } from "../observation";
import type { VersionState } from "./declared";
import type { VersionOutputs } from "./outputs";
import { isApproved, isUsable, statusRule } from "./status";

type Known = VersionState & VersionOutputs;

/** What a refresh has yet to read. */
export function unreadOfVersion(state: Known, observed: Observation): Part[] {
  if (isSettled(state, observed)) return [];
  // What may turn out to be settled is asked for the one thing that all registrations of a stack are asked for together.
  if (observed.registration === undefined && maySettle(state)) return ["registration"];
  if (observed.registration === GONE || observed.newestVersion === GONE) return [];
  const isKept = observed.newestVersion === undefined ? mayKeepValues(state) : keepsValues(state, observed);
  return unseen(observed, isKept ? ["registration", "newestVersion"] : ["registration", "newestVersion", "values"]);
}

/** What was read, and what the state knows of what need not be read. */
export function recalled(state: Known, observed: Observation): Observation {
  if (isSettled(state, observed)) {
    const {
      registrationArn = "",
      versionNumber = 0,
      status = "",
      statusHistory = {},
      deniedReasons = [],
      feedback,
    } = state;
    const newestVersion = { registrationArn, versionNumber, status, statusHistory, deniedReasons, feedback };
    return { newestVersion, values: valuesOf(state), ...observed };
  }
  return observed.values === undefined && keepsValues(state, observed)
    ? { ...observed, values: valuesOf(state) }
    : observed;
}

function valuesOf({ fields, fieldFeedback }: Known): Observation["values"] {
  return { values: declaredFields(fields), mayAlsoHold: new Set(), fieldFeedback: fieldFeedback ?? [] };
}

/** An approved version of a registration that is in use: nothing moves it but what moves the registration, too. */
function maySettle({
  fields,
  status,
  registrationStatus,
  versionNumber,
  currentVersionNumber,
  approvedVersionNumber,
}: Known) {
  return (
    fields !== undefined &&
    status !== undefined &&
    isApproved(status) &&
    isUsable(registrationStatus) &&
    versionNumber === currentVersionNumber &&
    versionNumber === approvedVersionNumber
  );
}

/** The registration says of itself, of its versions and of its verdicts what it said before. */
function isSettled(state: Known, { registration, newestVersion }: Observation): boolean {
  if (newestVersion !== undefined || registration === undefined || registration === GONE || !maySettle(state))
    return false;
  return (
    registration.registrationStatus === state.registrationStatus &&
    registration.currentVersionNumber === state.currentVersionNumber &&
    registration.approvedVersionNumber === state.approvedVersionNumber &&
    registration.latestDeniedVersionNumber === state.latestDeniedVersionNumber
  );
}

function mayKeepValues({ fields, status }: Known): boolean {
  return fields !== undefined && status !== undefined && statusRule(status).read === "whenMoved";
}

function keepsValues(state: Known, { newestVersion }: Observation): boolean {
  if (newestVersion === undefined || newestVersion === GONE || !mayKeepValues(state)) return false;
  return newestVersion.versionNumber === state.versionNumber && newestVersion.status === state.status;
}
