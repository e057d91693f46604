export type {
  ConditionalBehavior,
  ConditionalRule,
  ConditionalValidation,
  DisplayHints,
  FieldCondition,
  FieldDefinition,
  FieldDisplayHints,
  RegistrationTypeDefinition,
  SectionDefinition,
  SelectOptionDescription,
  SelectValidation,
  SupportedAssociation,
  TextValidation,
} from "./lifecycle/form/definition";
export type { DeniedReason, FieldFeedback, StatusHistory } from "./lifecycle/observation";
export {
  type GetRegistrationFieldDefinitionsArgs,
  type GetRegistrationFieldDefinitionsResult,
  type GetRegistrationSectionDefinitionsArgs,
  type GetRegistrationSectionDefinitionsResult,
  type GetRegistrationTypesArgs,
  type GetRegistrationTypesResult,
  getRegistrationFieldDefinitions,
  getRegistrationFieldDefinitionsOutput,
  getRegistrationSectionDefinitions,
  getRegistrationSectionDefinitionsOutput,
  getRegistrationTypes,
  getRegistrationTypesOutput,
} from "./resources/formLookups";
export type { LookupOptions, OutputArgs } from "./resources/lookupOptions";
export {
  type GetRegistrationArgs,
  type GetRegistrationResult,
  type GetRegistrationVersionsArgs,
  type GetRegistrationVersionsResult,
  getRegistration,
  getRegistrationOutput,
  getRegistrationVersions,
  getRegistrationVersionsOutput,
  type RegistrationVersionDescription,
} from "./resources/lookups";
export { Registration, type RegistrationArgs, type RegistrationState } from "./resources/registration";
export { RegistrationAssociation, type RegistrationAssociationArgs } from "./resources/registrationAssociation";
export {
  RegistrationAttachment,
  type RegistrationAttachmentArgs,
  type RegistrationAttachmentState,
} from "./resources/registrationAttachment";
export {
  type FieldInput,
  type FieldValue,
  RegistrationVersion,
  type RegistrationVersionArgs,
  type RegistrationVersionState,
} from "./resources/registrationVersion";
export { ServiceError } from "./resources/serviceError";
