import { registration } from "../lifecycle/registration";
import { registrationVersion } from "../lifecycle/registrationVersion";

/** Every resource by the name of its type, for both hosts. */
export const LIFECYCLES = {
  Registration: registration,
  RegistrationVersion: registrationVersion,
};

export type ResourceType = keyof typeof LIFECYCLES;
