import {
  type Account,
  type Attachment,
  arnOf,
  currentVersion,
  type FieldValue,
  type Registration,
  type RegistrationVersion,
} from "./account";
import { refuse } from "./errors";

/** Pieces of answers that several operations share, under the model's names. Absent values are left out by JSON. */

/** Timestamps travel as epoch seconds, with a fraction. */
export function seconds(epochMs: number): number {
  return epochMs / 1000;
}

export function registrationName(account: Account, registration: Registration) {
  return { RegistrationArn: arnOf(account, "registration", registration.id), RegistrationId: registration.id };
}

export function registrationInformation(account: Account, registration: Registration) {
  return {
    ...registrationName(account, registration),
    RegistrationType: registration.type,
    RegistrationStatus: registration.status,
    CurrentVersionNumber: currentVersion(registration).number,
    ApprovedVersionNumber: registration.approvedVersionNumber,
    LatestDeniedVersionNumber: registration.latestDeniedVersionNumber,
    CreatedTimestamp: seconds(registration.createdMs),
  };
}

export function versionStatusInformation(version: RegistrationVersion) {
  const history = Object.entries(version.history).map(([name, atMs]) => [name, seconds(atMs)]);
  return {
    VersionNumber: version.number,
    RegistrationVersionStatus: version.status,
    RegistrationVersionStatusHistory: Object.fromEntries(history),
  };
}

export function attachmentInformation(account: Account, attachment: Attachment) {
  return {
    RegistrationAttachmentArn: arnOf(account, "registration-attachment", attachment.id),
    RegistrationAttachmentId: attachment.id,
    AttachmentStatus: attachment.status,
    AttachmentUploadErrorReason: attachment.status === "UPLOAD_FAILED" ? "INTERNAL_ERROR" : undefined,
    CreatedTimestamp: seconds(attachment.createdMs),
  };
}

export function valueMembers(value: FieldValue | undefined) {
  if (value === undefined) return {};
  if (typeof value === "string") return { TextValue: value };
  return Array.isArray(value) ? { SelectChoices: value } : { RegistrationAttachmentId: value.attachmentId };
}

export function tagList(tags: ReadonlyMap<string, string>) {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}

type Filter = { Name: string; Values: string[] };
/** Values of one filter are alternatives, filters add up. */
export function matches(
  filters: readonly Filter[] | undefined,
  values: Readonly<Record<string, readonly string[]>>,
): boolean {
  return (filters ?? []).every(({ Name, Values }) => values[Name]?.some((value) => Values.includes(value)));
}

/** A filter by status takes only known statuses. */
export function requireFilterValues(
  filters: readonly Filter[] | undefined,
  name: string,
  known: readonly string[],
): void {
  for (const { Name, Values } of filters ?? []) {
    if (Name === name && !Values.every((value) => known.includes(value))) {
      throw refuse("filter.values", `Values of the filter ${name} are: ${known.join(", ")}`);
    }
  }
}
