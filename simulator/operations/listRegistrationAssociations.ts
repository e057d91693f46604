import { findRegistration } from "../account";
import { associatedWith, describeAssociated, resourceTypeOf } from "../associations";
import { matches, registrationName } from "../describe";
import { operation } from "../operation";
import { page } from "../pages";
import { settle } from "../review";
import { required, structure } from "../rules";
import { filters, MaxResults, NextToken, RegistrationIdOrArn } from "../shapes";

export const listRegistrationAssociations = operation({
  name: "ListRegistrationAssociations",
  effect: "read",
  request: structure({
    RegistrationId: required(RegistrationIdOrArn),
    Filters: filters("resource-type", "iso-country-code"),
    NextToken,
    MaxResults,
  }),
  behave(account, request, context) {
    const { nowMs, settings, touch } = context;
    const registration = findRegistration(account, request.RegistrationId, settings.deleted);
    if (settle(account, registration, nowMs, settings)) touch();
    const found = associatedWith(account, registration)
      .filter((resource) =>
        matches(request.Filters, {
          "resource-type": [resourceTypeOf(resource)],
          "iso-country-code": resource.resourceType ? [resource.isoCountryCode] : [],
        }),
      )
      .sort((a, b) => a.order - b.order);
    const scope = `ListRegistrationAssociations ${registration.id}`;
    const { items, NextToken } = page(scope, found, ({ order }) => order, request, context);
    return {
      ...registrationName(account, registration),
      RegistrationType: registration.type,
      RegistrationAssociations: items.map((resource) => describeAssociated(account, resource)),
      NextToken,
    };
  },
});
