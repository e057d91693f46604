import { countToday, currentVersion, findRegistration, newVersion } from "../account";
import { registrationName, versionStatusInformation } from "../describe";
import { refuse } from "../errors";
import { operation } from "../operation";
import { settle } from "../review";
import { required, structure } from "../rules";
import { RegistrationIdOrArn } from "../shapes";
import { versionStatus } from "../statuses";

export const createRegistrationVersion = operation({
  name: "CreateRegistrationVersion",
  effect: "write",
  request: structure({ RegistrationId: required(RegistrationIdOrArn) }),
  behave(account, request, { nowMs, settings }) {
    const registration = findRegistration(account, request.RegistrationId);
    settle(account, registration, nowMs, settings);
    const before = currentVersion(registration);
    if (versionStatus(before.status).phase !== "closed") {
      const message = `Version ${before.number} is ${before.status}: a new version needs it to be closed`;
      const members = { ResourceType: "registration", ResourceId: registration.id };
      throw refuse("createRegistrationVersion.notAllowed", message, members);
    }
    const quota = settings.quotas.REGISTRATION_VERSIONS_CREATED_PER_DAY;
    if (!countToday(account, "VERSION", nowMs, quota)) {
      throw refuse("createRegistrationVersion.quota", `The account has created ${quota} registration versions today`);
    }
    before.script = undefined;
    const version = newVersion(registration, nowMs);
    if (settings.newVersion === "inherits") {
      for (const [path, value] of before.values) version.values.set(path, value);
    }
    return { ...registrationName(account, registration), ...versionStatusInformation(version) };
  },
});
