/**
 * What the service says about a registration type: its fields, and what must be associated with it.
 *
 * The service's own names, in lower camel case. Enumerations are plain texts, since the service may add members: what
 * is not known here must pass, and never crash. Validations may be absent in part, whatever the model promises.
 */

/** TEXT, SELECT, ATTACHMENT, or a type of the future, whose values are not judged. */
export type FieldType = string;

/** A kind of registration, as `DescribeRegistrationTypeDefinitions` describes it. */
export interface RegistrationTypeDefinition {
  /** Such as `US_TEN_DLC_BRAND_REGISTRATION`. 1-64 characters of `A-Z a-z 0-9 _`. */
  registrationType: string;
  /** What may or must be associated with a registration of the type, and when. */
  supportedAssociations: readonly SupportedAssociation[];
  /** What a person should read about it. */
  displayHints?: DisplayHints;
}

/** A section of a form, as `DescribeRegistrationSectionDefinitions` describes it. */
export interface SectionDefinition {
  /** Such as `companyInfo`: what the paths of its fields start with. */
  sectionPath: string;
  /** What a person should read about it. */
  displayHints?: DisplayHints;
}

/** What a person should read about a type or a section, in the service's words. */
export interface DisplayHints {
  /** Its name for people. */
  title?: string;
  /** A sentence. */
  shortDescription?: string;
  /** More of it, where there is more to say. */
  longDescription?: string;
  /** The title of the page that `documentationLink` leads to. */
  documentationTitle?: string;
  /** The URL of a page of the AWS documentation. */
  documentationLink?: string;
}

/** One field of the form, as `DescribeRegistrationFieldDefinitions` describes it. */
export interface FieldDefinition {
  /** The field's name in `fields` of a RegistrationVersion, such as `companyInfo.companyName`. 1-100 characters. */
  fieldPath: string;
  /** The section that it belongs to, such as `companyInfo`. */
  sectionPath: string;
  /** TEXT, SELECT, ATTACHMENT, or a type that is newer than this package. */
  fieldType: FieldType;
  /** REQUIRED, CONDITIONAL or OPTIONAL. */
  fieldRequirement: string;
  /** What a text has to be. Only for TEXT fields. */
  textValidation?: TextValidation;
  /** What may be chosen. Only for SELECT fields. */
  selectValidation?: SelectValidation;
  /** What a person should read about the field. */
  displayHints?: FieldDisplayHints;
  /** What the field depends on. Only for CONDITIONAL fields; some of them come without. */
  conditionalBehavior?: ConditionalBehavior;
}

/** What a text has to be. */
export interface TextValidation {
  /** In characters. */
  minLength?: number;
  /** In characters. */
  maxLength?: number;
  /** A Java-style regular expression for the whole text. */
  pattern?: string;
}

/** What may be chosen, and how much of it. */
export interface SelectValidation {
  /** How many options have to be chosen at the least. */
  minChoices?: number;
  /** How many options may be chosen at the most. */
  maxChoices?: number;
  /** What there is to choose from. */
  options?: readonly string[];
}

/** What a person should read about a field, in the service's words. */
export interface FieldDisplayHints extends DisplayHints {
  /** What the options of a SELECT field mean. */
  selectOptionDescriptions?: readonly SelectOptionDescription[];
  /** What `textValidation` asks for, in words. */
  textValidationDescription?: string;
  /** A text as the field takes it. */
  exampleTextValue?: string;
}

/** What an option of a SELECT field means. */
export interface SelectOptionDescription {
  /** The option, as a form has to give it. */
  option: string;
  /** Its name for people. */
  title?: string;
  /** A sentence. */
  description?: string;
}

/** Whether a CONDITIONAL field is needed: the first rule whose conditions all hold decides; without one, `defaultBehavior`. */
export interface ConditionalBehavior {
  /** Tried from first to last. */
  rules: readonly ConditionalRule[];
  /** REQUIRED, OPTIONAL or DISALLOWED, as in `ruleBehavior`. */
  defaultBehavior: string;
}

/** What holds for a CONDITIONAL field under conditions. */
export interface ConditionalRule {
  /** All of them have to hold. */
  conditions: readonly FieldCondition[];
  /** REQUIRED, OPTIONAL or DISALLOWED. */
  ruleBehavior: string;
  /** What the value has to be then, in place of what the field's own validation says of it. */
  conditionalValidation?: ConditionalValidation;
}

/** A condition on the value of another field. */
export interface FieldCondition {
  /** The field that it looks at. */
  dependsOnFieldPath: string;
  /** EQUALS, NOT_EQUALS, IN, NOT_IN, HAS_VALUE, NO_VALUE; any other is false. */
  operator: string;
  /** What the field's value is compared with; absent for HAS_VALUE and NO_VALUE. */
  values?: readonly string[];
}

/** What a rule says in place of the field's own validation; only what differs is there. */
export interface ConditionalValidation extends TextValidation {
  /** The options of a SELECT field that may be chosen then. */
  allowedValues?: readonly string[];
}

/** What may or must be associated with a registration, as `DescribeRegistrationTypeDefinitions` describes it. */
export interface SupportedAssociation {
  /** Such as phone-number, sender-id, registration. */
  resourceType: string;
  /** The country it has to be of: two letters, ISO 3166-1. Absent: any. */
  isoCountryCode?: string;
  /** ASSOCIATE_BEFORE_SUBMIT, ASSOCIATE_ON_APPROVAL or ASSOCIATE_AFTER_COMPLETE. */
  associationBehavior: string;
  /** DISASSOCIATE_ALL_CLOSES_REGISTRATION, DISASSOCIATE_ALL_ALLOWS_DELETE_REGISTRATION or DELETE_REGISTRATION_DISASSOCIATES. */
  disassociationBehavior: string;
}
