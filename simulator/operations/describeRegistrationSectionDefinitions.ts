import { findForm, requireSections } from "../form";
import { fieldsOf } from "../forms";
import { operation } from "../operation";
import { page } from "../pages";
import { required, structure } from "../rules";
import { MaxResults, NextToken, RegistrationType, SectionPathList } from "../shapes";

export const describeRegistrationSectionDefinitions = operation({
  name: "DescribeRegistrationSectionDefinitions",
  effect: "read",
  request: structure({
    RegistrationType: required(RegistrationType),
    SectionPaths: SectionPathList,
    NextToken,
    MaxResults,
  }),
  behave(account, request, context) {
    const form = findForm(request.RegistrationType);
    const fields = fieldsOf(form, context.drift);
    requireSections(form, fields, request.SectionPaths);
    const titles = new Map(form.sections.map(({ path, title }) => [path, title]));
    for (const { SectionPath } of fields.values()) if (!titles.has(SectionPath)) titles.set(SectionPath, SectionPath);
    const found = [...titles].filter(([path]) => !request.SectionPaths?.length || request.SectionPaths.includes(path));
    const scope = `DescribeRegistrationSectionDefinitions ${account.accountId}`;
    const { items, NextToken } = page(scope, found, (_, index) => index, request, context);
    const RegistrationSectionDefinitions = items.map(([SectionPath, Title]) => ({
      SectionPath,
      DisplayHints: { Title, ShortDescription: `${Title} of this registration.` },
    }));
    return { RegistrationType: form.type, RegistrationSectionDefinitions, NextToken };
  },
});
