import { durationMs } from "../duration";
import { declaredFields, type FieldInput, type FieldValues } from "../fields";
import { type Stage, WAIT_FOR } from "./status";

/** The arguments of a RegistrationVersion once every value is known. */
export interface VersionInputs {
  registrationId: string;
  fields: Record<string, FieldInput>;
  submit?: boolean;
  awsReview?: boolean;
  whileInReview?: "fail" | "wait" | "discard";
  waitFor?: keyof typeof WAIT_FOR;
  waitTimeout?: string;
  associations?: string[];
  /** Filled in by the check, so that the next one need not ask. */
  registrationType?: string;
  validation?: "error" | "warn" | "off";
  ignoreAdvice?: string[];
  resubmitTrigger?: string;
  region?: string;
}

/** What an earlier run left in the state. Without `fields` that run did not finish, so nothing in it is relied on. */
export interface VersionState extends Partial<VersionInputs> {
  versionNumber?: number;
  status?: string;
  /** The newest version that the last run knew, 0 for none, where a refresh has seen another one since. */
  lastRunVersionNumber?: number;
}

/** The newest version that the last run knew. */
export function lastRunVersionNumber(previous: VersionState): number | undefined {
  return previous.lastRunVersionNumber ?? previous.versionNumber;
}

/** {@link VersionInputs} with the defaults filled in. */
export interface DeclaredVersion {
  registrationId: string;
  values: FieldValues;
  submit: boolean;
  awsReview: boolean;
  whileInReview: "fail" | "wait" | "discard";
  waitFor: Stage;
  waitTimeoutMs: number;
  associations: readonly string[];
  resubmitTrigger?: string;
}

/** Fills in the defaults. */
export function declaredVersion(inputs: VersionInputs): DeclaredVersion {
  return {
    registrationId: inputs.registrationId,
    values: declaredFields(inputs.fields),
    submit: inputs.submit ?? true,
    awsReview: inputs.awsReview ?? false,
    whileInReview: inputs.whileInReview ?? "fail",
    waitFor: WAIT_FOR[inputs.waitFor ?? "submitted"],
    waitTimeoutMs: durationMs(inputs.waitTimeout ?? "30m"),
    associations: inputs.associations ?? [],
    resubmitTrigger: inputs.resubmitTrigger,
  };
}
