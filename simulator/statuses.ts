/** What a version's status allows, and the timestamp that entering it leaves. The switches of settings.ts refine it. */
export interface VersionStatus {
  readonly timestamp?: string;
  readonly phase: "draft" | "review" | "closed";
  /** What the registration's own status becomes. Absent: stays as it is. */
  readonly registrationStatus?: string;
}

const table: Record<string, VersionStatus> = {
  DRAFT: { timestamp: "DraftTimestamp", phase: "draft" },
  SUBMITTED: { timestamp: "SubmittedTimestamp", phase: "review", registrationStatus: "SUBMITTED" },
  AWS_REVIEWING: { timestamp: "AwsReviewingTimestamp", phase: "review", registrationStatus: "AWS_REVIEWING" },
  REVIEWING: { timestamp: "ReviewingTimestamp", phase: "review", registrationStatus: "REVIEWING" },
  REQUIRES_AUTHENTICATION: {
    timestamp: "RequiresAuthenticationTimestamp",
    phase: "review",
    registrationStatus: "REQUIRES_AUTHENTICATION",
  },
  // The history has no timestamp for it.
  REQUIRES_OFFLINE_REVIEW: { phase: "review", registrationStatus: "REVIEWING" },
  APPROVED: { timestamp: "ApprovedTimestamp", phase: "closed", registrationStatus: "COMPLETE" },
  DENIED: { timestamp: "DeniedTimestamp", phase: "closed", registrationStatus: "REQUIRES_UPDATES" },
  DISCARDED: { timestamp: "DiscardedTimestamp", phase: "closed" },
  REVOKED: { timestamp: "RevokedTimestamp", phase: "closed", registrationStatus: "REQUIRES_UPDATES" },
  ARCHIVED: { timestamp: "ArchivedTimestamp", phase: "closed" },
};

/** A status that nobody knows yet counts as one more kind of review. */
export function versionStatus(status: string): VersionStatus {
  return Object.hasOwn(table, status) ? (table[status] as VersionStatus) : { phase: "review" };
}

export const versionStatuses = Object.keys(table);
export const registrationStatuses = [
  ...["CREATED", "SUBMITTED", "AWS_REVIEWING", "REVIEWING", "REQUIRES_AUTHENTICATION", "PROVISIONING", "COMPLETE"],
  ...["REQUIRES_UPDATES", "CLOSED", "DELETED"],
];
export const attachmentStatuses = ["UPLOAD_IN_PROGRESS", "UPLOAD_COMPLETE", "UPLOAD_FAILED", "DELETED"];
