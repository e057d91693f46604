import { findForm, requireFields, requireSections } from "../form";
import { fieldsOf } from "../forms";
import { operation } from "../operation";
import { page } from "../pages";
import { required, structure } from "../rules";
import { FieldPathList, MaxResults, NextToken, RegistrationType, SectionPath } from "../shapes";

export const describeRegistrationFieldDefinitions = operation({
  name: "DescribeRegistrationFieldDefinitions",
  effect: "read",
  request: structure({
    RegistrationType: required(RegistrationType),
    SectionPath,
    FieldPaths: FieldPathList,
    NextToken,
    MaxResults,
  }),
  behave(account, request, context) {
    const form = findForm(request.RegistrationType);
    const fields = fieldsOf(form, context.drift);
    const { SectionPath, FieldPaths } = request;
    if (SectionPath !== undefined) requireSections(form, fields, [SectionPath]);
    requireFields(fields, FieldPaths);
    const found = [...fields.values()].filter(
      (field) =>
        (SectionPath === undefined || field.SectionPath === SectionPath) &&
        (!FieldPaths?.length || FieldPaths.includes(field.FieldPath)),
    );
    const scope = `DescribeRegistrationFieldDefinitions ${account.accountId}`;
    const { items, NextToken } = page(scope, found, (_, index) => index, request, context);
    return { RegistrationType: form.type, RegistrationFieldDefinitions: items, NextToken };
  },
});
