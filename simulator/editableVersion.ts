import { type Account, currentVersion, type Registration, type RegistrationVersion } from "./account";
import { refuse } from "./errors";
import { settle } from "./review";
import type { Settings } from "./settings";
import { versionStatus } from "./statuses";

/** The current version, if its field values can be changed. */
export function editableVersion(
  account: Account,
  registration: Registration,
  nowMs: number,
  settings: Settings,
): RegistrationVersion {
  settle(account, registration, nowMs, settings);
  const version = currentVersion(registration);
  if (versionStatus(version.status).phase !== "draft") {
    const members = { ResourceType: "registration", ResourceId: registration.id };
    throw refuse("editFieldValues.notAllowed", `Version ${version.number} is ${version.status}, not DRAFT`, members);
  }
  return version;
}
