import {
  type Account,
  type Attachment,
  currentVersion,
  type DeniedReason,
  type FieldFeedback,
  type Registration,
  type RegistrationVersion,
} from "./account";
import { provisionSenderId } from "./associations";
import type { Settings } from "./settings";
import { versionStatus } from "./statuses";

/** One move of the reviewer. A step without any delay happens right after the answer that it waits for. */
export interface ReviewStep {
  /** The version's next status; any string, so that clients can be tried with statuses of the future. */
  status?: string;
  /** The registration's own next status. By default it follows the version. */
  registrationStatus?: string;
  /** Waits for this time on the simulator's clock. */
  afterMs?: number;
  /** Waits until so many describe calls have shown the status before. Both given: both count. */
  afterReads?: number;
  deniedReasons?: DeniedReason[];
  fields?: FieldFeedback[];
  feedback?: string;
}

/** The reviewer begins at `fromMs` with these steps, in place of any that were left. */
export function beginReview(version: RegistrationVersion, steps: readonly ReviewStep[], fromMs: number): void {
  version.script = { steps: [...steps], sinceMs: fromMs, reads: 0 };
}

/** Makes the moves that are due. They are dated when they were due, not when somebody looked. True if anything changed. */
export function settle(account: Account, registration: Registration, nowMs: number, settings: Settings): boolean {
  const version = currentVersion(registration);
  let changed = false;
  for (let script = version.script; script?.steps[0]; script = version.script) {
    const [step] = script.steps;
    const dueMs = script.sinceMs + (step.afterMs ?? 0);
    if (versionStatus(version.status).phase === "draft" || dueMs > nowMs || script.reads < (step.afterReads ?? 0))
      break;
    // Reads are not dated: a step that waited for them happens now.
    const atMs = (step.afterReads ?? 0) > 0 ? nowMs : dueMs;
    version.script = { steps: script.steps.slice(1), sinceMs: atMs, reads: 0 };
    move(account, registration, version, step, atMs, settings);
    changed = true;
  }
  if (version.script?.steps.length === 0) version.script = undefined;
  return changed;
}

/** One describe call has shown the version. True if somebody waits for that. */
export function countRead(registration: Registration): boolean {
  const { script } = currentVersion(registration);
  if (!script?.steps[0]?.afterReads) return false;
  script.reads++;
  return true;
}

/** A move of the reviewer: the version's status, what comes with it, and the registration's. */
export function move(
  account: Account,
  registration: Registration,
  version: RegistrationVersion,
  step: ReviewStep,
  atMs: number,
  settings: Settings,
): void {
  if (step.deniedReasons) version.deniedReasons = step.deniedReasons;
  if (step.feedback !== undefined) version.feedback = step.feedback;
  for (const field of step.fields ?? []) version.feedbackOnFields.set(field.FieldPath, field);
  if (step.status !== undefined) enter(account, registration, version, step.status, atMs);
  const status = step.registrationStatus ?? (step.status && versionStatus(step.status).registrationStatus);
  if (!status) return;
  const { provisioningAfterMs: afterMs, provisioningAfterReads: afterReads } = settings;
  const slow = step.status === "APPROVED" && step.registrationStatus === undefined && afterMs + afterReads > 0;
  registration.status = slow ? "PROVISIONING" : status;
  if (!slow) return;
  const rest = version.script?.steps ?? [];
  version.script = { steps: [{ registrationStatus: status, afterMs, afterReads }, ...rest], sinceMs: atMs, reads: 0 };
}

function enter(
  account: Account,
  registration: Registration,
  version: RegistrationVersion,
  status: string,
  atMs: number,
): void {
  version.status = status;
  const { timestamp } = versionStatus(status);
  if (timestamp) version.history[timestamp] = atMs;
  if (status === "DENIED") registration.latestDeniedVersionNumber = version.number;
  if (status === "REVOKED" && registration.approvedVersionNumber === version.number) {
    registration.approvedVersionNumber = undefined;
  }
  if (status !== "APPROVED") return;
  for (const older of registration.versions) {
    if (older !== version && older.status === "APPROVED") enter(account, registration, older, "ARCHIVED", atMs);
  }
  registration.approvedVersionNumber = version.number;
  provisionSenderId(account, registration, version);
}

/** An upload ends as it was told to, once its time and its reads are over. True if it did. */
export function settleAttachment(attachment: Attachment, nowMs: number): boolean {
  if (attachment.status !== "UPLOAD_IN_PROGRESS") return false;
  if (nowMs < attachment.readyMs || attachment.readsLeft > 0) return false;
  attachment.status = attachment.ends;
  return true;
}
