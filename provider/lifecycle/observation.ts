import type { FieldValues } from "./fields";

/**
 * What is known of one registration at the service. A part that is absent has not been looked at; `GONE` is knowledge.
 * Every field of this file is named after the service's own answer.
 */
export interface Observation {
  /** DescribeRegistrations. */
  registration?: RegistrationFacts | Gone;
  /** DescribeRegistrationVersions: the version with the highest number. */
  newestVersion?: VersionFacts | Gone;
  /** DescribeRegistrationFieldValues of the newest version. */
  values?: ValueFacts;
  /** ListRegistrationAssociations. */
  associations?: AssociationFacts[] | Gone;
  /** DescribeRegistrationAttachments. */
  attachment?: AttachmentFacts | Gone;
  /** ListTagsForResource. */
  tags?: Readonly<Record<string, string>>;
  /** The version that this run has submitted, and how often it has looked since for what it wrote. */
  submitted?: { versionNumber: number; looks: number };
}

/** The resource does not exist, or no longer does. */
export const GONE = "gone";
export type Gone = typeof GONE;

/** A part of an {@link Observation} that reading can fill in. */
export type Part = Exclude<keyof Observation, "submitted">;

/** The parts that have not been looked at. */
export function unseen(observed: Observation, parts: readonly Part[]): Part[] {
  return parts.filter((part) => observed[part] === undefined);
}

export interface RegistrationFacts {
  registrationId: string;
  registrationArn: string;
  registrationType: string;
  /** CREATED, SUBMITTED, ..., or a status that is newer than this package. */
  registrationStatus: string;
  currentVersionNumber: number;
  approvedVersionNumber?: number;
  latestDeniedVersionNumber?: number;
  /** ISO 8601. */
  createdTimestamp: string;
}

export interface VersionFacts {
  registrationArn: string;
  versionNumber: number;
  /** DRAFT, SUBMITTED, ..., or a status that is newer than this package. */
  status: string;
  statusHistory: StatusHistory;
  deniedReasons: DeniedReason[];
  feedback?: string;
}

/** When the version entered each status: ISO 8601, absent while it has not. */
export interface StatusHistory {
  /** When it was opened. */
  draftTimestamp?: string;
  /** When it was submitted. */
  submittedTimestamp?: string;
  /** When AWS began to look at it. */
  awsReviewingTimestamp?: string;
  /** When it went to the carriers. */
  reviewingTimestamp?: string;
  /** From this moment a person has to complete an authentication step that arrives by e-mail. */
  requiresAuthenticationTimestamp?: string;
  /** When the carriers said yes. */
  approvedTimestamp?: string;
  /** When it was given up. */
  discardedTimestamp?: string;
  /** When it was denied. */
  deniedTimestamp?: string;
  /** When an approval was taken back. */
  revokedTimestamp?: string;
  /** When a newer version was approved in its place. */
  archivedTimestamp?: string;
}

/** One of the carriers' reasons for denying a version. */
export interface DeniedReason {
  /** The short code of the reason. */
  reason: string;
  /** What it means, in a sentence. */
  shortDescription: string;
  /** More of it, where there is more to say. */
  longDescription?: string;
  /** The title of the page that `documentationLink` leads to. */
  documentationTitle?: string;
  /** The URL of a page that explains the reason. */
  documentationLink?: string;
}

export interface AssociationFacts {
  resourceId: string;
  resourceArn: string;
  /** `phone-number`, `sender-id`, `registration`, ... */
  resourceType: string;
  isoCountryCode?: string;
  phoneNumber?: string;
}

export interface AttachmentFacts {
  registrationAttachmentId: string;
  registrationAttachmentArn: string;
  /** UPLOAD_IN_PROGRESS, UPLOAD_COMPLETE, UPLOAD_FAILED, or a status that is newer than this package. */
  attachmentStatus: string;
  uploadErrorReason?: string;
  attachmentUrl?: string;
  /** ISO 8601. */
  createdTimestamp: string;
}

export interface ValueFacts {
  /** What the version certainly holds. */
  values: FieldValues;
  /**
   * Paths that may hold a value besides. The service does not document what a new version starts with: most operators
   * report that it is empty, one that it inherits. Empty means that `values` is everything.
   */
  mayAlsoHold: ReadonlySet<string>;
  /** Absent where the values come from the state, which keeps no reviewer's words for the plan. */
  fieldFeedback?: FieldFeedback[];
  /** Read from the service: the version was there before this run, and somebody else may be writing to it, too. */
  isShared?: boolean;
  /** Written by this run to what is shared, and submitted: what was submitted may be what somebody else wrote. */
  isDoubtful?: boolean;
}

/** What a reviewer said of one field. */
export interface FieldFeedback {
  /** The field, as in `fields`. */
  fieldPath: string;
  /** Why the field was denied. */
  deniedReason?: string;
  /** What the reviewer said of it besides. */
  feedback?: string;
}
