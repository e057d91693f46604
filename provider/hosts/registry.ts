import { registration } from "../lifecycle/registration";
import { registrationAssociation } from "../lifecycle/registrationAssociation";
import { registrationAttachment } from "../lifecycle/registrationAttachment";
import { registrationVersion } from "../lifecycle/registrationVersion";

/** Every resource by the name of its type, for both hosts. */
export const LIFECYCLES = {
  Registration: registration,
  RegistrationAssociation: registrationAssociation,
  RegistrationAttachment: registrationAttachment,
  RegistrationVersion: registrationVersion,
};

export type ResourceType = keyof typeof LIFECYCLES;
