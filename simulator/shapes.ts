import { blob, boolean, integer, list, oneOf, required, string, structure } from "./rules";

/** The shapes that requests are made of, under the model's names, with the model's limits (botocore 1.44). */
const idOrArn = string({ min: 1, max: 256, pattern: "[A-Za-z0-9_:/-]+" });

export const RegistrationIdOrArn = idOrArn;
export const RegistrationAttachmentIdOrArn = idOrArn;
export const ResourceIdOrArn = idOrArn;
export const RegistrationIdList = list(RegistrationIdOrArn, { max: 5 });
export const RegistrationAttachmentIdList = list(RegistrationAttachmentIdOrArn, { max: 5 });

export const RegistrationType = string({ min: 1, max: 64, pattern: "[A-Za-z0-9_]+" });
export const RegistrationTypeList = list(RegistrationType, { max: 5 });
export const RegistrationVersionNumber = integer({ min: 1, max: 100_000 });
export const RegistrationVersionNumberList = list(RegistrationVersionNumber, { max: 5 });

export const SectionPath = string({ min: 1, max: 100, pattern: "[A-Za-z0-9_]+" });
export const SectionPathList = list(SectionPath, { max: 5 });
export const FieldPath = string({ min: 1, max: 100, pattern: "[A-Za-z0-9_\\.]+" });
export const FieldPathList = list(FieldPath, { max: 5 });
export const TextValue = string({ min: 1, max: 2048 });
export const SelectChoiceList = list(string({ min: 1, max: 256 }), { max: 100 });

/** Also the length of 5 MB in base64: see createRegistrationAttachment for the limit on the bytes themselves. */
export const AttachmentBody = blob({ min: 1, max: 6_990_508 });
export const AttachmentUrl = string({ min: 1, max: 2048, pattern: "\\S+" });

export const ClientToken = string({ min: 1, max: 64, pattern: "[!-~]+" });
export const AwsReview = boolean;

export const MaxResults = integer({ min: 1, max: 100 });
export const NextToken = string({ min: 1, max: 1024, pattern: ".+" });

const FilterValueList = list(string({ min: 1, max: 128, pattern: "[/\\.:A-Za-z0-9+_\\-]+" }), { min: 1, max: 20 });
export function filters<const Name extends string>(...names: Name[]) {
  return list(structure({ Name: required(oneOf(...names)), Values: required(FilterValueList) }), { max: 20 });
}

export const AmazonResourceName = string({ min: 20, max: 256, pattern: "arn:[A-Za-z0-9_:/-]+" });
const TagKey = string({ min: 1, max: 128, pattern: ".+" });
const Tag = structure({ Key: required(TagKey), Value: required(string({ max: 256, pattern: ".*" })) });
export const TagList = list(Tag, { max: 200 });
export const NonEmptyTagList = list(Tag, { min: 1, max: 200 });
export const TagKeyList = list(TagKey, { min: 1, max: 200 });
