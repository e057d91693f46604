import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { RegistrationFacts } from "../lifecycle/observation";
import type { Step } from "../lifecycle/step";
import { call } from "./call";
import { createOnce, orUsed } from "./createOnce";
import { registrationFacts } from "./facts";
import { rememberFresh } from "./fresh";
import { ownLooks } from "./looks";
import { wireTags } from "./wire";

/** CreateRegistration, once. */
export async function createRegistration(
  aws: PinpointSMSVoiceV2,
  step: Extract<Step, { operation: "createRegistration" }>,
): Promise<{ registration: RegistrationFacts; tags?: Readonly<Record<string, string>> }> {
  const { found, isFresh } = await createOnce<RegistrationFacts>({
    // A registration of another type, which replaces the first, is another one.
    identity: `${step.identity}:${step.registrationType}`,
    create: (ClientToken) =>
      call("createRegistration", step.registrationType, () =>
        aws
          .createRegistration({ RegistrationType: step.registrationType, ClientToken, ...wireTags(step.tags) })
          .catch(orUsed("registration")),
      ),
    facts: registrationFacts,
    idOf: ({ registrationId }) => registrationId,
    find: ownLooks(aws).registration,
  });
  if (isFresh) rememberFresh(found);
  return { registration: found, ...(isFresh ? { tags: step.tags } : {}) };
}
