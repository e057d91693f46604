import type { FieldCondition, FieldDefinition } from "../../../provider/lifecycle/form/definition";
import { validateForm } from "../../../provider/lifecycle/form/validateForm";
import { formValues } from "../../../provider/lifecycle/form/values";
import { forms } from "../../../simulator/forms";

/** The definitions of one of the simulator's types, under our names. */
export function definitionsOf(type: string): FieldDefinition[] {
  return lowerCamel(forms.get(type)?.fields) as FieldDefinition[];
}

function lowerCamel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerCamel);
  if (typeof value !== "object" || value === null) return value;
  const renamed = Object.entries(value).map(([key, of]) => [
    key.charAt(0).toLowerCase() + key.slice(1),
    lowerCamel(of),
  ]);
  return Object.fromEntries(renamed);
}

/** A field with as little around it as a test is about. */
export function field(fieldPath: string, more: Partial<FieldDefinition> = {}): FieldDefinition {
  return { fieldPath, sectionPath: "section", fieldType: "TEXT", fieldRequirement: "OPTIONAL", ...more };
}

export function select(fieldPath: string, options: string[], more: Partial<FieldDefinition> = {}): FieldDefinition {
  const selectValidation = { minChoices: 1, maxChoices: 1, options };
  return field(fieldPath, { fieldType: "SELECT", selectValidation, ...more });
}

/** A CONDITIONAL field with one rule. */
export function when(conditions: FieldCondition[], ruleBehavior: string, defaultBehavior = "OPTIONAL") {
  return {
    fieldRequirement: "CONDITIONAL",
    conditionalBehavior: { rules: [{ conditions, ruleBehavior }], defaultBehavior },
  };
}

export function validate(definitions: FieldDefinition[], fields: Record<string, unknown>) {
  return validateForm({ definitions, values: formValues(fields) });
}

const attachmentId = "attachment-0123456789abcdef0123456789abcdef";

/** A toll-free form without a mistake. */
export const TOLL_FREE: Readonly<Record<string, unknown>> = {
  "companyInfo.companyName": "Acme Widgets, Inc.",
  "companyInfo.website": "https://www.acme-widgets.com",
  "companyInfo.businessType": ["PRIVATE_PROFIT"],
  "companyInfo.taxId": "123456789",
  "companyInfo.taxIdAuthority": ["EIN"],
  "companyInfo.taxIdCountry": "US",
  "companyInfo.address1": "1 Main Street",
  "companyInfo.city": "Seattle",
  "companyInfo.state": "WA",
  "companyInfo.zipCode": "98101",
  "companyInfo.isoCountryCode": "US",
  "contactInfo.firstName": "Ada",
  "contactInfo.lastName": "Lovelace",
  "contactInfo.supportEmail": "support@acme-widgets.com",
  "contactInfo.supportPhoneNumber": "+12065550100",
  "messagingUseCase.monthlyMessageVolume": ["1,000"],
  "messagingUseCase.useCaseCategory": ["ONE_TIME_PASSCODES"],
  "messagingUseCase.useCaseDetails": "One-time passcodes for customers who sign in to their account.",
  "messagingUseCase.optInType": ["DIGITAL_FORM"],
  "messagingUseCase.optInDescription":
    "Customers enter their number at https://www.acme-widgets.com/sign-up and tick a box that says what they will receive.",
  "messagingUseCase.optInImage": { attachmentId },
  "messagingUseCase.privacyPolicyUrl": "https://www.acme-widgets.com/privacy",
  "messagingUseCase.termsAndConditionsUrl": "https://www.acme-widgets.com/terms",
  "messageSamples.messageSample1": "Acme Widgets: your code is 123456. Reply STOP to opt out.",
};
