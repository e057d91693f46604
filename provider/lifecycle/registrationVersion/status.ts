/**
 * THE table: what each status of the newest version means for us. Everything else asks it; no other file compares a
 * status with a name. The same table stands in the README, and a test holds the two together.
 */
export const STATUS_RULES = {
  DRAFT: { same: "submit", differs: "edit", discard: "allowed", stage: 0, read: "always" },
  SUBMITTED: { same: "adopt", differs: "inReview", discard: "attempt", stage: 1, read: "whenMoved" },
  AWS_REVIEWING: { same: "adopt", differs: "inReview", discard: "attempt", stage: 1, read: "always" },
  REVIEWING: { same: "adopt", differs: "inReview", discard: "attempt", stage: 2, read: "always" },
  REQUIRES_AUTHENTICATION: { same: "adopt", differs: "inReview", discard: "attempt", stage: 2, read: "always" },
  REQUIRES_OFFLINE_REVIEW: { same: "adopt", differs: "inReview", discard: "attempt", stage: 2, read: "always" },
  APPROVED: { same: "adopt", differs: "open", discard: "nothing", stage: 3, read: "whenMoved" },
  DENIED: { same: "denied", differs: "open", discard: "nothing", stage: undefined, read: "always" },
  DISCARDED: { same: "open", differs: "open", discard: "nothing", stage: undefined, read: "always" },
  REVOKED: { same: "open", differs: "open", discard: "nothing", stage: undefined, read: "always" },
  ARCHIVED: { same: "open", differs: "open", discard: "nothing", stage: undefined, read: "always" },
} as const satisfies Record<string, StatusRule>;

/** A status that this package knows. The service may send others; they pass through as they are. */
export type KnownVersionStatus = keyof typeof STATUS_RULES;

export interface StatusRule {
  /** What to do when the version already holds the declared content. */
  same: Action;
  /** What to do when it holds something else. */
  differs: Action;
  /** `attempt`: operators report both; the service's answer decides. */
  discard: "allowed" | "attempt" | "nothing";
  /** How far the review is, for `waitFor`; absent where no review is under way and waiting would never end. */
  stage: Stage | undefined;
  /**
   * Whether a refresh reads the field values, and the reviewers' words on them, although the version is where it was.
   * Nobody has begun to look at a SUBMITTED form, and nobody looks at an APPROVED one any more.
   */
  read: "always" | "whenMoved";
}

/**
 * - `adopt`: it is what was declared; do nothing.
 * - `submit`: it only needs submitting (if `submit` is declared).
 * - `edit`: write what differs, delete what is not declared, then as `submit`.
 * - `open`: open a new version; it is a DRAFT, so `edit` follows.
 * - `inReview`: fail, wait or discard, as `whileInReview` says.
 * - `denied`: fail with the reasons, or `open` where `resubmitTrigger` asks for it.
 * - `unknown`: a status newer than this package: never write on a guess.
 */
export type Action = "adopt" | "submit" | "edit" | "open" | "inReview" | "denied" | "unknown";

/** Steps of a review, in their order: draft, submitted, at the carriers, approved. */
export type Stage = 0 | 1 | 2 | 3;

/** The stage that each value of `waitFor` waits for. */
export const WAIT_FOR = { submitted: 1, reviewing: 2, approved: 3 } as const satisfies Record<string, Stage>;

const UNKNOWN_STATUS: StatusRule = { same: "adopt", differs: "unknown", discard: "attempt", stage: 1, read: "always" };

/** The rule of a status; a status that this package does not know is left alone. */
export function statusRule(status: string): StatusRule {
  return Object.hasOwn(STATUS_RULES, status) ? STATUS_RULES[status as KnownVersionStatus] : UNKNOWN_STATUS;
}

/** Whether the carriers have said yes. */
export function isApproved(status: string): boolean {
  return statusRule(status).stage === WAIT_FOR.approved;
}

/** Whether a registration in this status can be used, and waits for nothing. */
export function isUsable(registrationStatus: string | undefined): boolean {
  return registrationStatus === "COMPLETE";
}

/** Whether a registration in this status is approved and not yet usable. */
export function isProvisioning(registrationStatus: string | undefined): boolean {
  return registrationStatus === "PROVISIONING";
}

/** Whether a version in this status can certainly no longer change its field values. */
export function isFrozen(status: string | undefined): boolean {
  return status !== undefined && Object.hasOwn(STATUS_RULES, status) && statusRule(status).differs !== "edit";
}

/** Whether a refresh reports the version as gone: somebody gave it up elsewhere. */
export function isGoneStatus(status: string): boolean {
  return status === "DISCARDED";
}
