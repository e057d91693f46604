import { findRegistration } from "../account";
import { matches, registrationName, requireFilterValues, versionStatusInformation } from "../describe";
import { refuse } from "../errors";
import { operation } from "../operation";
import { page } from "../pages";
import { countRead, settle } from "../review";
import { required, structure } from "../rules";
import { filters, MaxResults, NextToken, RegistrationIdOrArn, RegistrationVersionNumberList } from "../shapes";
import { versionStatuses } from "../statuses";

export const describeRegistrationVersions = operation({
  name: "DescribeRegistrationVersions",
  effect: "read",
  request: structure({
    RegistrationId: required(RegistrationIdOrArn),
    VersionNumbers: RegistrationVersionNumberList,
    Filters: filters("registration-version-status"),
    NextToken,
    MaxResults,
  }),
  behave(account, request, context) {
    const { nowMs, settings, touch } = context;
    const registration = findRegistration(account, request.RegistrationId, settings.deleted);
    requireFilterValues(request.Filters, "registration-version-status", versionStatuses);
    if (settle(account, registration, nowMs, settings)) touch();
    const numbers = new Set(request.VersionNumbers);
    for (const number of numbers) {
      if (number > registration.versions.length) {
        throw refuse("version.unknown", `The registration has no version ${number}`);
      }
    }
    const found = registration.versions.filter(
      ({ number, status }) =>
        (numbers.size === 0 || numbers.has(number)) &&
        matches(request.Filters, { "registration-version-status": [status] }),
    );
    const direction = settings.describeVersions === "newestFirst" ? -1 : 1;
    found.sort((a, b) => direction * (a.number - b.number));
    const { items, NextToken } = page(
      `DescribeRegistrationVersions ${registration.id}`,
      found,
      ({ number }) => direction * number,
      request,
      context,
    );
    if (items.some(({ number }) => number === registration.versions.length) && countRead(registration)) touch();
    const RegistrationVersions = items.map((version) => ({
      ...versionStatusInformation(version),
      DeniedReasons: version.deniedReasons.length > 0 ? version.deniedReasons : undefined,
      Feedback: version.feedback,
    }));
    return { ...registrationName(account, registration), RegistrationVersions, NextToken };
  },
});
