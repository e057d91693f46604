import { currentVersion, findRegistration } from "../account";
import { registrationName, versionStatusInformation } from "../describe";
import { refuse } from "../errors";
import { operation } from "../operation";
import { move, settle } from "../review";
import { required, structure } from "../rules";
import type { Settings } from "../settings";
import { RegistrationIdOrArn } from "../shapes";
import { versionStatus } from "../statuses";

export const discardRegistrationVersion = operation({
  name: "DiscardRegistrationVersion",
  effect: "write",
  request: structure({ RegistrationId: required(RegistrationIdOrArn) }),
  behave(account, request, { nowMs, settings }) {
    const registration = findRegistration(account, request.RegistrationId);
    settle(account, registration, nowMs, settings);
    const version = currentVersion(registration);
    if (!mayDiscard(version.status, settings)) {
      const members = { ResourceType: "registration", ResourceId: registration.id };
      const message = `Version ${version.number} is ${version.status} and cannot be discarded`;
      throw refuse("discardRegistrationVersion.notAllowed", message, members);
    }
    const submitted = versionStatus(version.status).phase === "review";
    const registrationStatus = submitted ? registration.statusBeforeSubmit : undefined;
    version.script = undefined;
    move(account, registration, version, { status: "DISCARDED", registrationStatus }, nowMs, settings);
    return { ...registrationName(account, registration), ...versionStatusInformation(version) };
  },
});

function mayDiscard(status: string, { discardWhileInReview }: Settings): boolean {
  const { phase } = versionStatus(status);
  if (phase !== "review") return phase === "draft";
  return discardWhileInReview === "always" || (discardWhileInReview === "submitted" && status === "SUBMITTED");
}
