import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { AssociationFacts, AttachmentFacts, RegistrationFacts } from "../lifecycle/observation";
import { associationsOf, attachmentListing, type Listing, registrationListing } from "./listing";
import { type LookUp, onceEach, type Survey, survey } from "./survey";

/** How what several resources may ask for is looked at. */
export interface Looks {
  registration: LookUp<RegistrationFacts>;
  attachment: LookUp<AttachmentFacts>;
  /** Of a registration. */
  associations: LookUp<AssociationFacts[]>;
}

/** Each by a call of its own, made now: what a plan is made from. */
export function ownLooks(aws: PinpointSMSVoiceV2): Looks {
  return {
    registration: alone(registrationListing(aws)),
    attachment: alone(attachmentListing(aws)),
    associations: (registrationId) => associationsOf(aws, registrationId),
  };
}

function alone<Facts>(listing: Listing<Facts>): LookUp<Facts> {
  return async (id) => (await listing.named([id])).get(id);
}

type Surveys = { [Part in keyof Looks]: Survey<NonNullable<Awaited<ReturnType<Looks[Part]>>>> };

const surveys = new WeakMap<PinpointSMSVoiceV2, Surveys>();

/** Together with the other resources of a refresh. */
export function sharedLooks(aws: PinpointSMSVoiceV2): Looks {
  const known = surveys.get(aws) ?? {
    registration: survey(registrationListing(aws)),
    attachment: survey(attachmentListing(aws)),
    associations: onceEach((registrationId: string) => associationsOf(aws, registrationId)),
  };
  surveys.set(aws, known);
  const { registration, attachment, associations } = known;
  return { registration: registration.look, attachment: attachment.look, associations: associations.look };
}

/** After a write, a refresh of the same process begins anew. */
export function forgetSharedLooks(aws: PinpointSMSVoiceV2): void {
  for (const one of Object.values(surveys.get(aws) ?? {})) one.forget();
}
