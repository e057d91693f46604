import type { DeniedReason, FieldFeedback, FieldValue } from "../account";
import type { Call } from "../calls";
import type { FaultRule, FiredFault } from "../faults";
import type { FieldDefinition } from "../forms/definition";
import type { ReviewStep } from "../review";
import type { Settings, SettingsPatch } from "../settings";

/** Which account's share of which region. Left out, it is the only account, and us-east-1 where a region has to be chosen. */
export interface Place {
  accountId?: string;
  region?: string;
}

/**
 * Drives the simulator from outside the AWS protocol: what AWS, its reviewers and the console would do. Every method is one
 * request to `/_simulator/<method>`; registrations are found by their id alone, in whatever account and region they are.
 */
export interface SimulatorControl {
  /** The calls of the AWS operations, oldest first, from index `since` on. Never field values. */
  calls(query?: { since?: number }): Promise<Call[]>;
  clearCalls(): Promise<void>;
  /** Scripts the reviewer for the current version: from its submit on or, if it is submitted already, from now on. */
  review(registrationId: string, steps: ReviewStep[]): Promise<void>;
  /** Scripts the reviewer for all versions without a script of their own, of one registration type or of all (`*`). */
  defaultReview(registrationType: string, steps: ReviewStep[]): Promise<void>;
  /** A move of the reviewer, at once. What is left of a script is dropped. */
  setStatus(registrationId: string, status: StatusChange): Promise<void>;
  /** Ends an upload, at once. */
  setAttachmentStatus(attachmentId: string, status: string): Promise<void>;
  /** Moves the simulator's clock forward, the virtual one and the real one alike; what is due by then happens. Gives the new time. */
  advanceClock(ms: number): Promise<{ now: string }>;
  /** Puts a phone number into the account. `numberType` (TOLL_FREE, TEN_DLC, ...) limits which registrations take it. */
  addPhoneNumber(number: Place & NewPhoneNumber): Promise<{ id: string; arn: string }>;
  addSenderId(senderId: Place & NewSenderId): Promise<{ id: string; arn: string }>;
  /** Releases a number or sender id: it leaves the account and its registration. */
  release(id: string): Promise<void>;
  /** Somebody changes a field in the console. Nothing is checked, nor whether the version can be edited. */
  setFieldValue(registrationId: string, fieldPath: string, value: FieldValue): Promise<void>;
  deleteFieldValue(registrationId: string, fieldPath: string): Promise<void>;
  /** Forms drift: adds a field to a type, or replaces parts of one (`{ FieldPath, FieldRequirement: "REQUIRED" }`). */
  defineField(registrationType: string, definition: Partial<FieldDefinition> & { FieldPath: string }): Promise<void>;
  /** Changes some settings, and gives all of them. */
  settings(patch?: SettingsPatch): Promise<Settings>;
  /** What goes wrong from now on, in place of what was to go wrong; each rule counts the calls that match it from now on. */
  faults(rules: FaultRule[]): Promise<void>;
  clearFaults(): Promise<void>;
  /** The faults that have happened since the rules were set. */
  firedFaults(): Promise<FiredFault[]>;
  /** All that an account has in a region, values included. */
  account(place?: Place): Promise<AccountDump>;
  /** Back to an empty world with default settings and without faults; the clock is where it started. */
  reset(): Promise<void>;
}

export interface StatusChange {
  versionStatus?: string;
  registrationStatus?: string;
  deniedReasons?: DeniedReason[];
  fields?: FieldFeedback[];
  feedback?: string;
}
export interface NewPhoneNumber {
  phoneNumber: string;
  isoCountryCode?: string;
  numberType?: string;
}
export interface NewSenderId {
  senderId: string;
  isoCountryCode: string;
}

/** Times are ISO 8601. */
export interface AccountDump {
  accountId: string;
  region: string;
  registrations: RegistrationDump[];
  attachments: AttachmentDump[];
  phoneNumbers: {
    id: string;
    phoneNumber: string;
    isoCountryCode: string;
    numberType?: string;
    tags: Record<string, string>;
  }[];
  senderIds: { id: string; isoCountryCode: string; tags: Record<string, string> }[];
}
export interface RegistrationDump {
  registrationId: string;
  registrationType: string;
  registrationStatus: string;
  currentVersionNumber: number;
  approvedVersionNumber?: number;
  latestDeniedVersionNumber?: number;
  createdAt: string;
  tags: Record<string, string>;
  associations: string[];
  versions: VersionDump[];
}
export interface VersionDump {
  versionNumber: number;
  status: string;
  /** `DraftTimestamp`, `SubmittedTimestamp`, ... */
  statusHistory: Record<string, string>;
  fields: Record<string, FieldValue>;
  deniedReasons: DeniedReason[];
  fieldFeedback: FieldFeedback[];
  feedback?: string;
}
export interface AttachmentDump {
  attachmentId: string;
  status: string;
  createdAt: string;
  url?: string;
  sha256?: string;
  size?: number;
  tags: Record<string, string>;
}
