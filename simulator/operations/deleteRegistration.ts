import { currentVersion, findRegistration } from "../account";
import { associatedWith, resourceTypeOf, supportFor } from "../associations";
import { registrationInformation } from "../describe";
import { refuse } from "../errors";
import { operation } from "../operation";
import { settle } from "../review";
import { required, structure } from "../rules";
import { RegistrationIdOrArn } from "../shapes";
import { versionStatus } from "../statuses";

export const deleteRegistration = operation({
  name: "DeleteRegistration",
  effect: "write",
  request: structure({ RegistrationId: required(RegistrationIdOrArn) }),
  behave(account, request, { nowMs, settings }) {
    const registration = findRegistration(account, request.RegistrationId);
    settle(account, registration, nowMs, settings);
    const members = { ResourceType: "registration", ResourceId: registration.id };
    const { status } = currentVersion(registration);
    if (versionStatus(status).phase === "review" && settings.deleteWhileInReview === "refused") {
      throw refuse(
        "deleteRegistration.inReview",
        `The registration is in review (${status}) and cannot be deleted`,
        members,
      );
    }
    const kept = associatedWith(account, registration).filter(
      (resource) => supportFor(registration, resource)?.DisassociationBehavior !== "DELETE_REGISTRATION_DISASSOCIATES",
    );
    if (kept.length > 0) {
      const names = kept.map((resource) => `${resourceTypeOf(resource)} ${resource.id}`).join(", ");
      throw refuse("deleteRegistration.associations", `The registration is still associated with ${names}`, members);
    }
    const user = [...account.registrations.values()].find(
      ({ status, associations }) => status !== "DELETED" && associations.includes(registration.id),
    );
    if (user) throw refuse("deleteRegistration.inUse", `Registration ${user.id} is associated with this one`, members);
    registration.associations.length = 0;
    registration.status = "DELETED";
    return registrationInformation(account, registration);
  },
});
