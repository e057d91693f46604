import { currentVersion, findRegistration } from "../account";
import { describeAssociated, findAssociated, resourceTypeOf, supportFor } from "../associations";
import { registrationName } from "../describe";
import { notFound, refuse } from "../errors";
import { operation } from "../operation";
import { settle } from "../review";
import { required, structure } from "../rules";
import { RegistrationIdOrArn, ResourceIdOrArn } from "../shapes";
import { versionStatus } from "../statuses";

export const createRegistrationAssociation = operation({
  name: "CreateRegistrationAssociation",
  effect: "write",
  request: structure({ RegistrationId: required(RegistrationIdOrArn), ResourceId: required(ResourceIdOrArn) }),
  behave(account, request, { nowMs, settings }) {
    const registration = findRegistration(account, request.RegistrationId);
    settle(account, registration, nowMs, settings);
    const resource = findAssociated(account, request.ResourceId);
    if (!resource) throw notFound(kindIn(request.ResourceId), request.ResourceId);
    const name = `${resourceTypeOf(resource)} ${resource.id}`;
    const members = { ResourceType: resourceTypeOf(resource), ResourceId: resource.id };

    const support = supportFor(registration, resource);
    if (!support || resource.id === registration.id) {
      throw refuse(
        "createRegistrationAssociation.unsupported",
        `A ${registration.type} cannot be associated with ${name}`,
      );
    }
    const owner = [...account.registrations.values()].find(
      (other) => other.associations.includes(resource.id) && (other === registration || resource.resourceType),
    );
    if (owner)
      throw refuse("createRegistrationAssociation.exists", `${name} is already associated with ${owner.id}`, members);
    const { status } = currentVersion(registration);
    if (versionStatus(status).phase === "review") {
      throw refuse("createRegistrationAssociation.inReview", `The registration is in review (${status})`, {
        ResourceType: "registration",
        ResourceId: registration.id,
      });
    }
    if (!resource.resourceType) settle(account, resource, nowMs, settings);
    const awaited = resource.resourceType ? registration : resource;
    const mustBeComplete = !resource.resourceType || support.AssociationBehavior === "ASSOCIATE_AFTER_COMPLETE";
    if (mustBeComplete && awaited.status !== "COMPLETE") {
      throw refuse(
        "createRegistrationAssociation.notComplete",
        `Registration ${awaited.id} is ${awaited.status}, not COMPLETE`,
        {
          ResourceType: "registration",
          ResourceId: awaited.id,
        },
      );
    }
    if (registration.associations.length >= settings.quotas.ASSOCIATIONS_PER_REGISTRATION) {
      throw refuse("createRegistrationAssociation.quota", "The registration has its quota of associations");
    }
    registration.associations.push(resource.id);
    return {
      ...registrationName(account, registration),
      RegistrationType: registration.type,
      ...describeAssociated(account, resource),
    };
  },
});

function kindIn(idOrArn: string) {
  if (/\bregistration[-/]/.test(idOrArn)) return "registration";
  return /\bphone-/.test(idOrArn) ? "phone-number" : "sender-id";
}
