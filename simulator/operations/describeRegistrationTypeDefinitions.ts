import { matches } from "../describe";
import { findForm } from "../form";
import { forms } from "../forms";
import type { Form } from "../forms/definition";
import { operation } from "../operation";
import { page } from "../pages";
import { structure } from "../rules";
import { filters, MaxResults, NextToken, RegistrationTypeList } from "../shapes";

export const describeRegistrationTypeDefinitions = operation({
  name: "DescribeRegistrationTypeDefinitions",
  effect: "read",
  request: structure({
    RegistrationTypes: RegistrationTypeList,
    Filters: filters("supported-association-resource-type", "supported-association-iso-country-code"),
    NextToken,
    MaxResults,
  }),
  behave(account, request, context) {
    const named = new Set(request.RegistrationTypes?.map(findForm));
    const found = [...forms.values()].filter(
      (form) => (named.size === 0 || named.has(form)) && matches(request.Filters, filterable(form)),
    );
    const scope = `DescribeRegistrationTypeDefinitions ${account.accountId}`;
    const { items, NextToken } = page(scope, found, (_, index) => index, request, context);
    const RegistrationTypeDefinitions = items.map(({ type, title, description, associations }) => ({
      RegistrationType: type,
      SupportedAssociations: associations,
      DisplayHints: { Title: title, ShortDescription: description },
    }));
    return { RegistrationTypeDefinitions, NextToken };
  },
});

function filterable({ associations }: Form) {
  return {
    "supported-association-resource-type": associations.map(({ ResourceType }) => ResourceType),
    "supported-association-iso-country-code": associations.flatMap(({ IsoCountryCode }) => IsoCountryCode ?? []),
  };
}
