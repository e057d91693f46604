import { createHash, randomBytes } from "node:crypto";
import { notFound, type ResourceType } from "./errors";
import type { ReviewStep } from "./review";

/** What one account has in one region; regions and accounts know nothing of each other. All times are epoch milliseconds. */
export interface Account {
  readonly accountId: string;
  readonly region: string;
  readonly registrations: Map<string, Registration>;
  readonly attachments: Map<string, Attachment>;
  readonly numbers: Map<string, OriginationIdentity>;
  readonly clientTokens: Map<string, { fingerprint: string; id: string }>;
  /** Creations per UTC day, for the daily quotas: `VERSION 2026-01-31` to a count. */
  readonly createdPerDay: Map<string, number>;
  /** Grows with every resource made: the order of lists. */
  order: number;
}

interface Resource {
  readonly id: string;
  readonly order: number;
  readonly tags: Map<string, string>;
}

export interface Registration extends Resource {
  readonly type: string;
  readonly createdMs: number;
  readonly versions: RegistrationVersion[];
  readonly associations: string[];
  status: string;
  statusBeforeSubmit?: string;
  approvedVersionNumber?: number;
  latestDeniedVersionNumber?: number;
}

export interface RegistrationVersion {
  readonly number: number;
  status: string;
  /** When each status was entered, under the member's name: DraftTimestamp, ... */
  readonly history: Record<string, number>;
  readonly values: Map<string, StoredValue>;
  readonly feedbackOnFields: Map<string, FieldFeedback>;
  deniedReasons: DeniedReason[];
  feedback?: string;
  /** What the reviewer is going to do, and since when and for how many reads the next step has been waiting. */
  script?: { steps: ReviewStep[]; sinceMs: number; reads: number };
}

/** A text, choices, or a reference to an attachment. */
export type FieldValue = string | string[] | { attachmentId: string };

/** A value and, while it is not yet visible, what is shown in its place. */
export interface StoredValue {
  readonly value?: FieldValue;
  readonly shownBefore?: FieldValue;
  readonly visibleFromMs: number;
  looksLeft: number;
}

export interface DeniedReason {
  Reason: string;
  ShortDescription: string;
  LongDescription?: string;
  DocumentationTitle?: string;
  DocumentationLink?: string;
}
export interface FieldFeedback {
  FieldPath: string;
  DeniedReason?: string;
  Feedback?: string;
}

export interface Attachment extends Resource {
  readonly createdMs: number;
  status: string;
  /** UPLOAD_IN_PROGRESS until then, and for so many reads; then it is what `ends` says. */
  readonly readyMs: number;
  readonly ends: string;
  readsLeft: number;
  readonly url?: string;
  /** Of a body: never the bytes themselves. */
  readonly content?: { readonly sha256: string; readonly size: number; readonly kind: string };
}

/** A phone number or a sender id, put there by the control endpoint or made on approval. */
export interface OriginationIdentity extends Resource {
  readonly resourceType: "phone-number" | "sender-id";
  readonly isoCountryCode: string;
  readonly phoneNumber?: string;
  readonly numberType?: string;
}

export function newAccount(accountId: string, region: string): Account {
  return {
    accountId,
    region,
    registrations: new Map(),
    attachments: new Map(),
    numbers: new Map(),
    clientTokens: new Map(),
    createdPerDay: new Map(),
    order: 0,
  };
}

/** Twelve digits made from the access key id, so that the same key is the same account everywhere; a key of twelve digits is the account id itself. */
export function accountIdOf(accessKeyId: string): string {
  if (/^\d{12}$/.test(accessKeyId)) return accessKeyId;
  const digest = createHash("sha256").update(accessKeyId).digest("hex").slice(0, 15);
  return (BigInt(`0x${digest}`) % 1_000_000_000_000n).toString().padStart(12, "0");
}

export function newId(prefix: "registration" | "attachment" | "phone"): string {
  return `${prefix}-${randomBytes(16).toString("hex")}`;
}

export function arnOf(account: Account, kind: ResourceType, id: string): string {
  return `arn:aws:sms-voice:${account.region}:${account.accountId}:${kind}/${id}`;
}

/** The id in an id or ARN; an ARN of another account, region or kind stays whole, and so is not found. */
function idIn(account: Account, kind: ResourceType, idOrArn: string): string {
  const prefix = arnOf(account, kind, "");
  return idOrArn.startsWith(prefix) ? idOrArn.slice(prefix.length) : idOrArn;
}

/** `deleted: "listed"` also finds what has status DELETED. */
export function findRegistration(account: Account, idOrArn: string, deleted: "gone" | "listed" = "gone"): Registration {
  const registration = account.registrations.get(idIn(account, "registration", idOrArn));
  if (!registration || (deleted === "gone" && registration.status === "DELETED"))
    throw notFound("registration", idOrArn);
  return registration;
}

export function findAttachment(account: Account, idOrArn: string, deleted: "gone" | "listed" = "gone"): Attachment {
  const attachment = account.attachments.get(idIn(account, "registration-attachment", idOrArn));
  if (!attachment || (deleted === "gone" && attachment.status === "DELETED")) {
    throw notFound("registration-attachment", idOrArn);
  }
  return attachment;
}

export function findNumber(account: Account, idOrArn: string): OriginationIdentity | undefined {
  return (
    account.numbers.get(idIn(account, "phone-number", idOrArn)) ??
    account.numbers.get(idIn(account, "sender-id", idOrArn))
  );
}

export function currentVersion(registration: Registration): RegistrationVersion {
  const version = registration.versions.at(-1);
  if (!version) throw new Error(`Registration ${registration.id} has no version`);
  return version;
}

export function newVersion(registration: Registration, nowMs: number): RegistrationVersion {
  const version: RegistrationVersion = {
    number: registration.versions.length + 1,
    status: "DRAFT",
    history: { DraftTimestamp: nowMs },
    values: new Map(),
    feedbackOnFields: new Map(),
    deniedReasons: [],
  };
  registration.versions.push(version);
  return version;
}

/** Counts a creation of today (UTC), if the quota still allows it. */
export function countToday(account: Account, what: string, nowMs: number, quota: number): boolean {
  const day = `${what} ${new Date(nowMs).toISOString().slice(0, 10)}`;
  const count = account.createdPerDay.get(day) ?? 0;
  if (count >= quota) return false;
  account.createdPerDay.set(day, count + 1);
  return true;
}
