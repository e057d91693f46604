import type * as pulumi from "@pulumi/pulumi";
import type { FieldDefinition, RegistrationTypeDefinition, SectionDefinition } from "../lifecycle/form/definition";
import { lookUp, lookUpNow } from "./lookup";
import type { LookupOptions, OutputArgs } from "./lookupOptions";

/** The arguments of {@link getRegistrationTypes}. Filters add up; each is met by any of its values. */
export interface GetRegistrationTypesArgs extends LookupOptions {
  /** The types to describe. @default all */
  registrationTypes?: string[];
  /** Only types that take one of these: `phone-number`, `sender-id`, `registration`. @default any */
  supportedAssociationResourceTypes?: string[];
  /** Only types that take something of one of these countries: two letters, ISO 3166-1. @default any */
  supportedAssociationIsoCountryCodes?: string[];
}

/** What {@link getRegistrationTypes} found. */
export interface GetRegistrationTypesResult {
  /** In the service's order. */
  registrationTypeDefinitions: RegistrationTypeDefinition[];
}

/**
 * The kinds of registration that there are in a region, and what has to be associated with them:
 * DescribeRegistrationTypeDefinitions, all pages.
 *
 * @throws ServiceError when a named type does not exist in the region, or the call is not allowed.
 * @example
 * ```typescript
 * const { registrationTypeDefinitions } = await sms.getRegistrationTypes({ region: "us-east-1" });
 * for (const { registrationType } of registrationTypeDefinitions) console.log(registrationType);
 * ```
 */
export async function getRegistrationTypes(args: GetRegistrationTypesArgs = {}): Promise<GetRegistrationTypesResult> {
  return lookUpNow("getRegistrationTypes", args);
}

/** {@link getRegistrationTypes} with arguments that may be outputs. */
export function getRegistrationTypesOutput(
  args: OutputArgs<GetRegistrationTypesArgs> = {},
): pulumi.Output<GetRegistrationTypesResult> {
  return lookUp(getRegistrationTypes, args);
}

/** The arguments of {@link getRegistrationSectionDefinitions}. */
export interface GetRegistrationSectionDefinitionsArgs extends LookupOptions {
  /** Whose form: a type such as `US_TEN_DLC_BRAND_REGISTRATION`. 1-64 characters of `A-Z a-z 0-9 _`. */
  registrationType: string;
  /** The sections to describe, such as `companyInfo`. @default all */
  sectionPaths?: string[];
}

/** What {@link getRegistrationSectionDefinitions} found. */
export interface GetRegistrationSectionDefinitionsResult {
  /** In the order of the form. */
  registrationSectionDefinitions: SectionDefinition[];
}

/**
 * The sections of a type's form: DescribeRegistrationSectionDefinitions, all pages.
 *
 * @throws ServiceError when the type or a named section does not exist, or the call is not allowed.
 * @example
 * ```typescript
 * const { registrationSectionDefinitions } = await sms.getRegistrationSectionDefinitions({
 *   registrationType: "US_TOLL_FREE_REGISTRATION",
 * });
 * console.log(registrationSectionDefinitions.map(({ sectionPath }) => sectionPath));
 * ```
 */
export async function getRegistrationSectionDefinitions(
  args: GetRegistrationSectionDefinitionsArgs,
): Promise<GetRegistrationSectionDefinitionsResult> {
  return lookUpNow("getRegistrationSectionDefinitions", args);
}

/** {@link getRegistrationSectionDefinitions} with arguments that may be outputs. */
export function getRegistrationSectionDefinitionsOutput(
  args: OutputArgs<GetRegistrationSectionDefinitionsArgs>,
): pulumi.Output<GetRegistrationSectionDefinitionsResult> {
  return lookUp(getRegistrationSectionDefinitions, args);
}

/** The arguments of {@link getRegistrationFieldDefinitions}. */
export interface GetRegistrationFieldDefinitionsArgs extends LookupOptions {
  /** Whose form: a type such as `US_TEN_DLC_BRAND_REGISTRATION`. 1-64 characters of `A-Z a-z 0-9 _`. */
  registrationType: string;
  /** Only the fields of this section, such as `companyInfo`. @default all sections */
  sectionPath?: string;
  /** The fields to describe, such as `companyInfo.companyName`. @default all */
  fieldPaths?: string[];
}

/** What {@link getRegistrationFieldDefinitions} found. */
export interface GetRegistrationFieldDefinitionsResult {
  /** In the order of the form. */
  registrationFieldDefinitions: FieldDefinition[];
}

/**
 * The fields of a type's form, with what each takes: DescribeRegistrationFieldDefinitions, all pages.
 * This is what a {@link RegistrationVersion} is checked against. Forms change over time, so each look-up asks anew.
 *
 * @throws ServiceError when the type, the section or a named field does not exist, or the call is not allowed.
 * @example
 * ```typescript
 * const { registrationFieldDefinitions } = await sms.getRegistrationFieldDefinitions({
 *   registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
 * });
 * const needed = registrationFieldDefinitions.filter(({ fieldRequirement }) => fieldRequirement === "REQUIRED");
 * ```
 */
export async function getRegistrationFieldDefinitions(
  args: GetRegistrationFieldDefinitionsArgs,
): Promise<GetRegistrationFieldDefinitionsResult> {
  return lookUpNow("getRegistrationFieldDefinitions", args);
}

/** {@link getRegistrationFieldDefinitions} with arguments that may be outputs. */
export function getRegistrationFieldDefinitionsOutput(
  args: OutputArgs<GetRegistrationFieldDefinitionsArgs>,
): pulumi.Output<GetRegistrationFieldDefinitionsResult> {
  return lookUp(getRegistrationFieldDefinitions, args);
}
