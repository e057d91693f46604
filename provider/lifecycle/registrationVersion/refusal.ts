import type { DeniedReason, FieldFeedback, VersionFacts } from "../observation";
import { printPath } from "../printProblem";
import type { Refusal } from "../step";
import type { VersionOutputs } from "./outputs";
import { statusRule } from "./status";

/** The registration does not exist, at least not in this account and region. */
export function registrationGone(registrationId: string): Refusal {
  return {
    code: "REGISTRATION_NOT_FOUND",
    message:
      `Registration ${registrationId} does not exist in this account and region. ` +
      "Check `registrationId` and `region`, or run `pulumi refresh` if it was deleted elsewhere.",
    keep: false,
  };
}

/** Somebody is reviewing another content than the declared one. */
export function inReview(registrationId: string, newest: VersionFacts): Refusal {
  return {
    code: "VERSION_IN_REVIEW",
    message:
      `Version ${newest.versionNumber} of ${registrationId} is ${newest.status} and holds other field values than the declared ones; ` +
      "a version cannot be edited while it is reviewed. Wait for the verdict and run `pulumi up` again, or set " +
      '`whileInReview: "discard"` to give up this review and submit the declared content as a new version.',
    keep: false,
  };
}

/** Two wrote to the same draft, and what went to review is not what this program declares. */
export function submittedByOthers(registrationId: string, newest: VersionFacts): Refusal {
  return {
    code: "SUBMITTED_BY_OTHERS",
    message:
      `Version ${newest.versionNumber} of ${registrationId} is ${newest.status}, and holds other field values than this program wrote: ` +
      "another program or person has written to the same draft at the same time. Let one of them own the registration. " +
      "To have the declared content reviewed all the same, run `pulumi up` again with " +
      '`whileInReview: "discard"` or "wait".',
    keep: true,
  };
}

/** The declared content is what was denied. */
export function denied(registrationId: string, newest: VersionFacts, fieldFeedback: FieldFeedback[]): Refusal {
  const reasons = deniedReasonLines(newest.deniedReasons, fieldFeedback, newest.feedback);
  return {
    code: "VERSION_DENIED",
    message: [
      `Version ${newest.versionNumber} of ${registrationId} was denied, and the declared fields are the ones that were denied:`,
      ...(reasons.length > 0 ? reasons : ["- the service gives no reason"]),
      "Change the fields to open and submit a new version, or change `resubmitTrigger` to submit the same content again.",
    ].join("\n"),
    keep: true,
  };
}

/** A status that is newer than this package. */
export function unknownStatus(registrationId: string, newest: VersionFacts): Refusal {
  return {
    code: "VERSION_STATUS_UNKNOWN",
    message:
      `Version ${newest.versionNumber} of ${registrationId} is ${newest.status}, a status that this version of pulumi-sms-registrations does not know, ` +
      "and holds other field values than the declared ones. Nothing was changed. Upgrade the package, or wait until the status changes.",
    keep: false,
  };
}

/** What a preview and an `up` say while the version that the state knows is denied. */
export function deniedNotice(state: VersionOutputs & { registrationId?: string }): string | undefined {
  if (state.status === undefined || statusRule(state.status).same !== "denied") return undefined;
  const reasons = deniedReasonLines(state.deniedReasons ?? [], state.fieldFeedback ?? [], state.feedback);
  return [
    `Version ${state.versionNumber} of ${state.registrationId} is ${state.status}:`,
    ...(reasons.length > 0 ? reasons : ["- the service gives no reason"]),
  ].join("\n");
}

/** The service accepts calls and stays as it was. */
export function noProgress(registrationId: string | undefined): Refusal {
  return {
    code: "NO_PROGRESS",
    message:
      `Registration ${registrationId}: the service accepts the calls, but what it says afterwards does not change. ` +
      "Nothing more was tried. Run `pulumi up` again, which goes on from what the service has then.",
    keep: false,
  };
}

/** What a wait says while it goes on. */
export function waitingFor(registrationId: string, { versionNumber, status, statusHistory }: VersionFacts): string {
  const version = `Version ${versionNumber} of ${registrationId} is ${status}`;
  if (status !== "REQUIRES_AUTHENTICATION") return version;
  const since = statusHistory.requiresAuthenticationTimestamp;
  return `ACTION NEEDED: ${version}${since ? ` since ${since}` : ""}: a person must complete the step that was sent by e-mail, or the review does not go on`;
}

/** Every reason for a denial, of the version and of its fields, a line each. */
export function deniedReasonLines(
  reasons: DeniedReason[],
  fieldFeedback: FieldFeedback[],
  feedback: string | undefined,
): string[] {
  return [
    ...reasons.map((r) => {
      const text = r.longDescription ?? r.shortDescription;
      return `- ${r.reason}: ${text}${r.documentationLink ? ` (${r.documentationLink})` : ""}`;
    }),
    ...fieldFeedback.map(
      (f) => `- ${printPath(["fields", f.fieldPath])}: ${[f.deniedReason, f.feedback].filter(Boolean).join(". ")}`,
    ),
    ...(feedback ? [`- reviewer: ${feedback}`] : []),
  ];
}
