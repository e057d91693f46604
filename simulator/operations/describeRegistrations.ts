import { findRegistration } from "../account";
import { matches, registrationInformation, requireFilterValues } from "../describe";
import { operation } from "../operation";
import { page } from "../pages";
import { countRead, settle } from "../review";
import { structure } from "../rules";
import { filters, MaxResults, NextToken, RegistrationIdList } from "../shapes";
import { registrationStatuses } from "../statuses";

export const describeRegistrations = operation({
  name: "DescribeRegistrations",
  effect: "read",
  request: structure({
    RegistrationIds: RegistrationIdList,
    Filters: filters("registration-type", "registration-status"),
    NextToken,
    MaxResults,
  }),
  behave(account, request, context) {
    const { nowMs, settings, touch } = context;
    requireFilterValues(request.Filters, "registration-status", registrationStatuses);
    const named = new Set(request.RegistrationIds?.map((id) => findRegistration(account, id, settings.deleted)));
    const candidates = [...account.registrations.values()].filter((registration) =>
      named.size > 0 ? named.has(registration) : registration.status !== "DELETED" || settings.deleted === "listed",
    );
    for (const registration of candidates) if (settle(account, registration, nowMs, settings)) touch();
    const found = candidates.filter(({ type, status }) =>
      matches(request.Filters, { "registration-type": [type], "registration-status": [status] }),
    );
    const { items, NextToken } = page("DescribeRegistrations", found, ({ order }) => order, request, context);
    for (const registration of items) if (countRead(registration)) touch();
    return { Registrations: items.map((registration) => registrationInformation(account, registration)), NextToken };
  },
});
