import type { Account, Attachment, Registration, RegistrationVersion } from "../account";
import { currentVersion } from "../account";
import { storedValues } from "../values";
import type { AccountDump, AttachmentDump, RegistrationDump, VersionDump } from "./protocol";

/** All of an account that a test may want to compare. What is DELETED is left out. */
export function dump(account: Account): AccountDump {
  const numbers = [...account.numbers.values()].map(({ tags, ...number }) => ({ ...number, tags: plain(tags) }));
  return {
    accountId: account.accountId,
    region: account.region,
    registrations: [...account.registrations.values()].filter(isThere).map(dumpRegistration),
    attachments: [...account.attachments.values()].filter(isThere).map(dumpAttachment),
    phoneNumbers: numbers
      .filter(({ resourceType }) => resourceType === "phone-number")
      .map(({ id, phoneNumber = "", isoCountryCode, numberType, tags }) => ({
        id,
        phoneNumber,
        isoCountryCode,
        numberType,
        tags,
      })),
    senderIds: numbers
      .filter(({ resourceType }) => resourceType === "sender-id")
      .map(({ id, isoCountryCode, tags }) => ({ id, isoCountryCode, tags })),
  };
}

function isThere({ status }: { status: string }): boolean {
  return status !== "DELETED";
}

function dumpRegistration(registration: Registration): RegistrationDump {
  return {
    registrationId: registration.id,
    registrationType: registration.type,
    registrationStatus: registration.status,
    currentVersionNumber: currentVersion(registration).number,
    approvedVersionNumber: registration.approvedVersionNumber,
    latestDeniedVersionNumber: registration.latestDeniedVersionNumber,
    createdAt: iso(registration.createdMs),
    tags: plain(registration.tags),
    associations: registration.associations,
    versions: registration.versions.map(dumpVersion),
  };
}

function dumpVersion(version: RegistrationVersion): VersionDump {
  return {
    versionNumber: version.number,
    status: version.status,
    statusHistory: plain(Object.entries(version.history).map(([name, atMs]) => [name, iso(atMs)])),
    fields: plain(storedValues(version)),
    deniedReasons: version.deniedReasons,
    fieldFeedback: [...version.feedbackOnFields.values()],
    feedback: version.feedback,
  };
}

function dumpAttachment({ id, status, createdMs, url, content, tags }: Attachment): AttachmentDump {
  return {
    attachmentId: id,
    status,
    createdAt: iso(createdMs),
    url,
    sha256: content?.sha256,
    size: content?.size,
    tags: plain(tags),
  };
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** fromEntries defines its keys, so that even `__proto__` is one like any other. */
function plain<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries(entries);
}
