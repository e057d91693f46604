import { isSensitive } from "../form/sensitive";
import type { Lifecycle } from "../lifecycle";
import { GONE } from "../observation";
import { checkVersion } from "./check";
import { declaredVersion, type VersionInputs, type VersionState } from "./declared";
import { planVersionDelete } from "./delete";
import { isVersionReached } from "./diff";
import { versionForm } from "./form";
import { readVersion, unfinishedVersionOutputs, type VersionOutputs, versionOutputs } from "./outputs";
import { planVersion } from "./plan";
import { recalled, unreadOfVersion } from "./refresh";
import { deniedNotice } from "./refusal";
import { isGoneStatus } from "./status";

/** The current version of one registration; its id is the registration's. */
export const registrationVersion: Lifecycle<VersionInputs, VersionState & VersionOutputs> = {
  check: checkVersion,
  knownBefore: (inputs, old) =>
    inputs.registrationId === old.registrationId ? { registrationType: old.registrationType } : {},
  isSecret: (property, key) => property === "fields" && isSensitive(key),
  form: versionForm,
  notice: deniedNotice,
  replaces: (id, _state, { registrationId }) =>
    typeof registrationId === "string" && idOf(registrationId) === idOf(id) ? [] : ["registrationId"],
  isReached: isVersionReached,
  id: (inputs) => idOf(inputs.registrationId),
  recall: () => ({}),
  plan: (_id, inputs, state, observed) => planVersion(declaredVersion(inputs), state, observed),
  planDelete: planVersionDelete,
  outputs: versionOutputs,
  unfinished: unfinishedVersionOutputs,
  parts: ["newestVersion", "values", "registration"],
  unread: unreadOfVersion,
  read: (id, state, seen) => {
    const observed = recalled(state, seen);
    const newest = observed.newestVersion;
    if (newest === undefined || newest === GONE || observed.registration === GONE) return undefined;
    if (isGoneStatus(newest.status)) return undefined;
    return readVersion({ ...state, registrationId: id }, observed);
  },
};

/** A program may name the registration by its ARN. */
function idOf(idOrArn: string): string {
  return idOrArn.slice(idOrArn.lastIndexOf("/") + 1);
}
