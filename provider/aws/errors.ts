import type { OperationName } from "./operations";

/** A call that the service refused, or that did not get through. */
export class ServiceError extends Error {
  /** Always `ServiceError`. */
  override readonly name = "ServiceError";

  /** Says doing what, to which (id), the service's words, and what to do next. */
  constructor(
    /** The operation that failed, such as describeRegistrations. */
    readonly operation: OperationName,
    /** The id or field that the call was about. */
    readonly target: string,
    /** The exception's name, such as ConflictException, or the name of a network failure. */
    readonly code: string,
    /** The service's reason, such as SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED. */
    readonly reason: string | undefined,
    text: string,
    /** What AWS support asks for. Absent where no answer came. */
    readonly requestId: string | undefined,
    options: ErrorOptions,
  ) {
    const because = reason === undefined ? code : `${code}, ${reason}`;
    const request = requestId === undefined ? "" : ` [request ${requestId}]`;
    const known = reason ?? code;
    const advised = [`${operation} ${known}`, known].find((key) => Object.hasOwn(ADVICE, key));
    const next = advised === undefined ? undefined : ADVICE[advised];
    super(
      `${sentence(operation)} (${target}): ${text} (${because})${request}.${next === undefined ? "" : ` ${next}`}`,
      options,
    );
  }
}

/** Whether the service says that the resource is in another state than we took it to be in. */
export function isStale(error: unknown): error is ServiceError {
  return error instanceof ServiceError && (error.code === "ConflictException" || isNotFound(error));
}

export function isNotFound(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.code === "ResourceNotFoundException";
}

/**
 * Wraps what the AWS client throws.
 *
 * @param secrets - Values that the request carried; the service may repeat them in its message, we never do.
 */
export function serviceError(
  operation: OperationName,
  target: string,
  cause: unknown,
  secrets: string[],
): ServiceError {
  const { name, message, Reason, Fields, $metadata } = asException(cause);
  const fields = (Fields ?? []).map((f) => `${f.Name}: ${f.Message}`);
  const text = [message.replace(/\.+$/, ""), ...fields].filter(Boolean).join("; ");
  // The cause is not kept: the AWS client's exceptions carry the whole request and response.
  return new ServiceError(operation, target, name, Reason, hide(text, secrets), $metadata?.requestId, {});
}

interface Exception {
  name: string;
  message: string;
  Reason?: string;
  Fields?: { Name?: string; Message?: string }[];
  $metadata?: { requestId?: string };
}

function asException(cause: unknown): Exception {
  if (!(cause instanceof Error)) return { name: "UnknownError", message: String(cause) };
  // A host with several addresses, none of which answers: the words are in the parts.
  if (!(cause instanceof AggregateError) || cause.message !== "") return cause;
  return { name: cause.name, message: cause.errors.map((part) => asException(part).message).join("; ") };
}

function hide(text: string, secrets: string[]): string {
  return secrets
    .filter((s) => s.length > 2)
    .reduce((shown, secret) => shown.replaceAll(secret, "(value hidden)"), text);
}

/** `createRegistrationVersion` → `CreateRegistrationVersion failed`. */
function sentence(operation: OperationName): string {
  return `${operation.charAt(0).toUpperCase()}${operation.slice(1)} failed`;
}

/** What to do next, by the service's reason, or by operation and reason where it depends on both. */
const ADVICE: Readonly<Record<string, string>> = {
  SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED:
    "The service gives this reason when a required field has no value, and when something must be associated first: " +
    "a campaign with its brand registration, a toll-free registration with its number.",
  DISCARD_REGISTRATION_VERSION_NOT_ALLOWED:
    "The service does not let this version be discarded while it is reviewed. Wait for the verdict and try again, " +
    "or take the resource out of the stack with `pulumi state delete`, which leaves the version as it is.",
  CREATE_REGISTRATION_VERSION_NOT_ALLOWED: "The newest version is still a draft or under review.",
  EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED:
    "The newest version is under review or final, and can no longer be edited.",
  "deleteRegistration RESOURCE_DELETION_NOT_ALLOWED":
    "The service does not let a registration be deleted while a version of it is under review, or while another " +
    "registration is associated with it. Wait for the verdict, or delete the other one first, and try again.",
  "deleteRegistration RESOURCE_NOT_EMPTY":
    "Numbers are still associated with it. Release them first, or take the resource out of the stack with " +
    "`pulumi state delete`, which leaves the registration as it is.",
  "deleteRegistrationAttachment RESOURCE_DELETION_NOT_ALLOWED":
    "The form of a registration still refers to it. Try again once a newer version refers to another attachment, or the " +
    "registration is deleted; or take the resource out of the stack with `pulumi state delete`, which leaves the attachment.",
  REGISTRATION_VERSIONS_CREATED_PER_DAY:
    "The account's daily quota of new versions is used up. Run `pulumi up` again tomorrow.",
  REGISTRATIONS_PER_ACCOUNT: "Delete registrations that are not needed, or ask AWS to raise the quota.",
  "describeRegistrations ResourceNotFoundException":
    "Check the registration's id and the region: a registration is found only in the region it was made in.",
  "describeRegistrationVersions ResourceNotFoundException":
    "Check the registration's id and the region: a registration is found only in the region it was made in.",
  UNKNOWN_REGISTRATION_TYPE: "Types differ from region to region: `getRegistrationTypes` lists them.",
  UNKNOWN_REGISTRATION_SECTION: "`getRegistrationSectionDefinitions` lists the sections of a type.",
  UNKNOWN_REGISTRATION_FIELD: "`getRegistrationFieldDefinitions` lists the fields of a type.",
  UNKNOWN_REGISTRATION_VERSION: "`getRegistrationVersions` without `versionNumbers` lists the versions that there are.",
  RegionMissing: "Set the region: the `region` argument, `aws:region` of the stack, or AWS_REGION.",
  AccessDeniedException: "Allow the operation in the IAM policy of the credentials in use.",
  UnrecognizedClientException: "Check the AWS credentials and the region.",
  AssumeRoleError:
    "Allow sts:AssumeRole on the role for the credentials in use, let the role trust them, and compare " +
    "`sms-registrations:assumeRoleExternalId` and `sms-registrations:assumeRoleDuration` with what the role asks for.",
  CredentialsProviderError: "Set AWS credentials: environment variables, `aws:profile` of the stack, or a role.",
  ThrottlingException:
    "The service kept refusing for too many calls. Run `pulumi up` again; it goes on where it stopped.",
};
