import {
  type Account,
  arnOf,
  findNumber,
  type OriginationIdentity,
  type Registration,
  type RegistrationVersion,
} from "./account";
import { forms } from "./forms";
import type { SupportedAssociation } from "./forms/definition";
import { visibleValues } from "./values";

/** A resource that is, or is to be, associated with a registration: a number, a sender id, or another registration. */
export type Associated = OriginationIdentity | (Registration & { resourceType?: undefined });

export function resourceTypeOf(resource: Associated): SupportedAssociation["ResourceType"] {
  return resource.resourceType ?? "registration";
}

export function findAssociated(account: Account, idOrArn: string): Associated | undefined {
  const number = findNumber(account, idOrArn);
  if (number) return number;
  const prefix = arnOf(account, "registration", "");
  const registration = account.registrations.get(idOrArn.startsWith(prefix) ? idOrArn.slice(prefix.length) : idOrArn);
  return registration?.status === "DELETED" ? undefined : registration;
}

export function associatedWith(account: Account, registration: Registration): Associated[] {
  return registration.associations.flatMap((id) => findAssociated(account, id) ?? []);
}

/** As in RegistrationAssociationMetadata. */
export function describeAssociated(account: Account, resource: Associated) {
  const ResourceType = resourceTypeOf(resource);
  return {
    ResourceArn: arnOf(account, ResourceType, resource.id),
    ResourceId: resource.id,
    ResourceType,
    ...(resource.resourceType && { IsoCountryCode: resource.isoCountryCode }),
    ...(resource.resourceType && resource.phoneNumber !== undefined && { PhoneNumber: resource.phoneNumber }),
  };
}

/** How a registration's type takes a resource, or that it does not. */
export function supportFor(registration: Registration, resource: Associated): SupportedAssociation | undefined {
  const form = forms.get(registration.type);
  const support = form?.associations.find(
    ({ ResourceType, IsoCountryCode }) =>
      ResourceType === resourceTypeOf(resource) &&
      (IsoCountryCode === undefined || !resource.resourceType || IsoCountryCode === resource.isoCountryCode),
  );
  if (!support) return undefined;
  const wanted = resource.resourceType ? form?.takes?.numberType : form?.takes?.registrationType;
  const kind = resource.resourceType ? resource.numberType : resource.type;
  return wanted === undefined || kind === undefined || wanted === kind ? support : undefined;
}

/** The kinds of resources that have to be there before a submit, and are not. */
export function missingBeforeSubmit(account: Account, registration: Registration): string[] {
  const present = new Set(associatedWith(account, registration).map(resourceTypeOf));
  const support = forms.get(registration.type)?.associations ?? [];
  return support
    .filter(
      ({ AssociationBehavior, ResourceType }) =>
        AssociationBehavior === "ASSOCIATE_BEFORE_SUBMIT" && !present.has(ResourceType),
    )
    .map(({ ResourceType }) => ResourceType);
}

/** ASSOCIATE_ON_APPROVAL: the service itself makes the sender id that the form asks for. */
export function provisionSenderId(account: Account, registration: Registration, version: RegistrationVersion): void {
  const support = forms
    .get(registration.type)
    ?.associations.find(({ AssociationBehavior }) => AssociationBehavior === "ASSOCIATE_ON_APPROVAL");
  const senderId = visibleValues(version, Number.POSITIVE_INFINITY).get("senderIdInfo.senderId");
  if (!support || typeof senderId !== "string") return;
  const isoCountryCode = support.IsoCountryCode ?? "ID";
  const id = `${senderId}/${isoCountryCode}`;
  if (!account.numbers.has(id)) {
    account.numbers.set(id, { id, order: ++account.order, tags: new Map(), resourceType: "sender-id", isoCountryCode });
  }
  if (!registration.associations.includes(id)) registration.associations.push(id);
}

/** A number is released in the console: it leaves its registration, which may be closed by that. */
export function releaseNumber(account: Account, id: string): void {
  const number = account.numbers.get(id);
  if (!number) throw new Error(`No phone number or sender id ${id} in ${account.accountId} ${account.region}`);
  for (const registration of account.registrations.values()) {
    const at = registration.associations.indexOf(id);
    if (at < 0) continue;
    registration.associations.splice(at, 1);
    const closes = supportFor(registration, number)?.DisassociationBehavior === "DISASSOCIATE_ALL_CLOSES_REGISTRATION";
    if (closes && registration.associations.length === 0 && registration.status !== "CREATED")
      registration.status = "CLOSED";
  }
  account.numbers.delete(id);
}
