export type { DeniedReason, FieldFeedback, StatusHistory } from "./lifecycle/observation";
export { Registration, type RegistrationArgs, type RegistrationState } from "./resources/registration";
export {
  type FieldInput,
  RegistrationVersion,
  type RegistrationVersionArgs,
  type RegistrationVersionState,
} from "./resources/registrationVersion";
