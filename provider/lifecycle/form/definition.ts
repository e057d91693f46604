/**
 * What the service says about a registration type: its fields, and what must be associated with it.
 *
 * The service's own names, in lower camel case. Enumerations are plain texts, since the service may add members: what
 * is not known here must pass, and never crash. Validations may be absent in part, whatever the model promises.
 */

/** TEXT, SELECT, ATTACHMENT, or a type of the future, whose values are not judged. */
export type FieldType = string;

/** One field of the form, as `DescribeRegistrationFieldDefinitions` describes it. */
export interface FieldDefinition {
  fieldPath: string;
  sectionPath: string;
  fieldType: FieldType;
  /** REQUIRED, CONDITIONAL or OPTIONAL. */
  fieldRequirement: string;
  textValidation?: TextValidation;
  selectValidation?: SelectValidation;
  displayHints?: FieldDisplayHints;
  /** Only for CONDITIONAL fields; some of them come without. */
  conditionalBehavior?: ConditionalBehavior;
}

export interface TextValidation {
  minLength?: number;
  maxLength?: number;
  /** A Java-style regular expression for the whole text. */
  pattern?: string;
}

export interface SelectValidation {
  minChoices?: number;
  maxChoices?: number;
  options?: readonly string[];
}

export interface FieldDisplayHints {
  title?: string;
  shortDescription?: string;
  longDescription?: string;
  documentationTitle?: string;
  documentationLink?: string;
  selectOptionDescriptions?: readonly { option: string; title?: string; description?: string }[];
  textValidationDescription?: string;
  exampleTextValue?: string;
}

/** The first rule whose conditions all hold decides; without one, `defaultBehavior`. */
export interface ConditionalBehavior {
  rules: readonly ConditionalRule[];
  /** REQUIRED, OPTIONAL or DISALLOWED, as in `ruleBehavior`. */
  defaultBehavior: string;
}

export interface ConditionalRule {
  conditions: readonly FieldCondition[];
  ruleBehavior: string;
  conditionalValidation?: ConditionalValidation;
}

export interface FieldCondition {
  dependsOnFieldPath: string;
  /** EQUALS, NOT_EQUALS, IN, NOT_IN, HAS_VALUE, NO_VALUE; any other is false. */
  operator: string;
  values?: readonly string[];
}

/** What a rule says in place of the field's own validation; only what differs is there. */
export interface ConditionalValidation extends TextValidation {
  allowedValues?: readonly string[];
}

/** What may or must be associated with a registration, as `DescribeRegistrationTypeDefinitions` describes it. */
export interface SupportedAssociation {
  /** Such as phone-number, sender-id, registration. */
  resourceType: string;
  isoCountryCode?: string;
  /** ASSOCIATE_BEFORE_SUBMIT, ASSOCIATE_ON_APPROVAL or ASSOCIATE_AFTER_COMPLETE. */
  associationBehavior: string;
  disassociationBehavior: string;
}
