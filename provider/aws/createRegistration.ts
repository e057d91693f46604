import { createHash } from "node:crypto";
import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { GONE, type RegistrationFacts } from "../lifecycle/observation";
import type { Step } from "../lifecycle/step";
import { call } from "./call";
import { dateOfAnswer } from "./client";
import { registrationFacts } from "./facts";
import { isCreatedBy, rememberFresh } from "./fresh";
import { observe } from "./observe";

/** More deletions than this of one resource, within the time the service remembers a ClientToken, are not expected. */
const MAX_GENERATIONS = 20;

/**
 * Creates a registration once. The ClientToken is derived from the resource's identity, so repeating a call whose
 * answer was lost, in this run or a later one, gives the same registration. After a registration was deleted its token
 * may still answer with it; the next generation of the token is then used.
 */
export async function createRegistration(
  aws: PinpointSMSVoiceV2,
  step: Extract<Step, { operation: "createRegistration" }>,
): Promise<{ registration: RegistrationFacts; tags?: Readonly<Record<string, string>> }> {
  const Tags = Object.entries(step.tags).map(([Key, Value]) => ({ Key, Value }));
  for (let generation = 0; generation < MAX_GENERATIONS; generation++) {
    const startedMs = performance.now();
    const answer = await call("createRegistration", step.registrationType, () =>
      aws.createRegistration({
        RegistrationType: step.registrationType,
        ClientToken: clientToken(step.identity, generation),
        ...(Tags.length > 0 ? { Tags } : {}),
      }),
    );
    const facts = registrationFacts(answer);
    const tookMs = performance.now() - startedMs;
    if (isCreatedBy({ answeredAtMs: dateOfAnswer(answer), tookMs }, facts.createdTimestamp)) {
      rememberFresh(facts);
      return { registration: facts, tags: step.tags };
    }
    const { registration } = await observe(aws, facts.registrationId, ["registration"]);
    if (registration !== undefined && registration !== GONE) return { registration };
  }
  throw new Error(`Creating a registration (${step.registrationType}): the service keeps answering with deleted ones.`);
}

/** 1-64 characters of `[!-~]`. */
function clientToken(identity: string, generation: number): string {
  return createHash("sha256").update(`${identity}#${generation}`).digest("hex");
}
