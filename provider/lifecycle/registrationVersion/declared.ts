import { declaredFields, type FieldInput, type FieldValues } from "../fields";

/** The arguments of a RegistrationVersion once every value is known. */
export interface VersionInputs {
  registrationId: string;
  fields: Record<string, FieldInput>;
  submit?: boolean;
  awsReview?: boolean;
  whileInReview?: "fail" | "discard";
  resubmitTrigger?: string;
  region?: string;
}

/** What an earlier run left in the state. Without `fields` that run did not finish, so nothing in it is relied on. */
export interface VersionState extends Partial<VersionInputs> {
  versionNumber?: number;
  status?: string;
}

/** {@link VersionInputs} with the defaults filled in. */
export interface DeclaredVersion {
  registrationId: string;
  values: FieldValues;
  submit: boolean;
  awsReview: boolean;
  whileInReview: "fail" | "discard";
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
    resubmitTrigger: inputs.resubmitTrigger,
  };
}
