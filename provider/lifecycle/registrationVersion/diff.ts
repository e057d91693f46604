import { declaredFields, sameFields } from "../fields";
import { declaredVersion, type VersionInputs, type VersionState } from "./declared";
import { isProvisioning, statusRule, WAIT_FOR } from "./status";

/**
 * Whether the state says that what is declared is there, decided without a call. Options such as `whileInReview`,
 * which say how to get there and not where, make no difference by themselves.
 */
export function isVersionReached(
  state: VersionState & { registrationStatus?: string },
  inputs: VersionInputs,
): boolean {
  const declared = declaredVersion(inputs);
  if (state.fields === undefined || state.status === undefined) return false;
  if (state.resubmitTrigger !== declared.resubmitTrigger) return false;
  if (!sameFields(declared.values, declaredFields(state.fields))) return false;
  if (declared.associations.some((id) => !state.associations?.includes(id))) return false;
  const { same, stage } = statusRule(state.status);
  if (same === "open" || (same === "submit" && declared.submit)) return false;
  if (declared.submit && declared.waitFor === WAIT_FOR.approved && isProvisioning(state.registrationStatus))
    return false;
  return !declared.submit || stage === undefined || stage >= declared.waitFor;
}
