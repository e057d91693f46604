import { currentVersion, findRegistration } from "../account";
import { registrationName, valueMembers } from "../describe";
import { refuse } from "../errors";
import { fieldsOfRegistration, findForm, requireFields, requireSections } from "../form";
import { operation } from "../operation";
import { page } from "../pages";
import { settle } from "../review";
import { required, structure } from "../rules";
import {
  FieldPathList,
  MaxResults,
  NextToken,
  RegistrationIdOrArn,
  RegistrationVersionNumber,
  SectionPath,
} from "../shapes";
import { countLook, visibleValues } from "../values";

export const describeRegistrationFieldValues = operation({
  name: "DescribeRegistrationFieldValues",
  effect: "read",
  request: structure({
    RegistrationId: required(RegistrationIdOrArn),
    VersionNumber: RegistrationVersionNumber,
    SectionPath,
    FieldPaths: FieldPathList,
    NextToken,
    MaxResults,
  }),
  behave(account, request, context) {
    const { nowMs, settings, drift, touch } = context;
    const registration = findRegistration(account, request.RegistrationId, settings.deleted);
    if (settle(account, registration, nowMs, settings)) touch();
    const number = request.VersionNumber ?? currentVersion(registration).number;
    const version = registration.versions[number - 1];
    if (!version) throw refuse("version.unknown", `The registration has no version ${number}`);
    const fields = fieldsOfRegistration(registration, drift);
    const { SectionPath, FieldPaths } = request;
    if (SectionPath !== undefined) requireSections(findForm(registration.type), fields, [SectionPath]);
    requireFields(fields, FieldPaths);

    const values = visibleValues(version, nowMs);
    if (countLook(version)) touch();
    const section = SectionPath === undefined ? "" : `${SectionPath}.`;
    // In the order of the form; feedback can also be about a field that has no value.
    const paths = new Set([...fields.keys(), ...values.keys()]);
    const found = [...paths].filter(
      (path) =>
        (values.has(path) || version.feedbackOnFields.has(path)) &&
        path.startsWith(section) &&
        (!FieldPaths?.length || FieldPaths.includes(path)),
    );
    const scope = `DescribeRegistrationFieldValues ${registration.id}`;
    const { items, NextToken } = page(scope, found, (_, index) => index, request, context);
    const RegistrationFieldValues = items.map((path) => ({
      FieldPath: path,
      ...valueMembers(values.get(path)),
      ...version.feedbackOnFields.get(path),
    }));
    return { ...registrationName(account, registration), VersionNumber: number, RegistrationFieldValues, NextToken };
  },
});
