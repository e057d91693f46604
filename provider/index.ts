export type { DeniedReason, FieldFeedback, StatusHistory } from "./lifecycle/observation";
export { Registration, type RegistrationArgs, type RegistrationState } from "./resources/registration";
export { RegistrationAssociation, type RegistrationAssociationArgs } from "./resources/registrationAssociation";
export {
  RegistrationAttachment,
  type RegistrationAttachmentArgs,
  type RegistrationAttachmentState,
} from "./resources/registrationAttachment";
export {
  type FieldInput,
  RegistrationVersion,
  type RegistrationVersionArgs,
  type RegistrationVersionState,
} from "./resources/registrationVersion";
