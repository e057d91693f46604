import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { GONE, type Observation, type Part } from "../lifecycle/observation";
import { call } from "./call";
import { isNotFound } from "./errors";
import { registrationFacts, valueFacts, versionFacts } from "./facts";
import { takeFresh } from "./fresh";

const PAGE = 100;

/** Reads parts of what the service holds, side by side. A registration that is gone is an answer, not an error. */
export async function observe(
  aws: PinpointSMSVoiceV2,
  registrationId: string,
  parts: readonly Part[],
): Promise<Observation> {
  const fresh = parts.includes("newestVersion") ? takeFresh(registrationId) : undefined;
  const missing = parts.filter((part) => part !== "tags" && fresh?.[part] === undefined) as Exclude<Part, "tags">[];
  const read = await Promise.all(missing.map((part) => readers[part](aws, registrationId)));
  const observed: Observation = Object.assign({}, fresh, ...read);
  return parts.includes("tags") ? { ...observed, tags: await tags(aws, registrationId, observed) } : observed;
}

type Reader = (aws: PinpointSMSVoiceV2, registrationId: string) => Promise<Observation>;

const readers: Record<Exclude<Part, "tags">, Reader> = {
  async registration(aws, registrationId) {
    const registration = await orGone(async () => {
      const answer = await call("describeRegistrations", registrationId, () =>
        aws.describeRegistrations({ RegistrationIds: [registrationId] }),
      );
      const found = answer.Registrations?.[0];
      return found === undefined || found.RegistrationStatus === "DELETED" ? GONE : registrationFacts(found);
    });
    return { registration };
  },

  async newestVersion(aws, RegistrationId) {
    const newestVersion = await orGone(async () => {
      const versions = await pages((NextToken) =>
        call("describeRegistrationVersions", RegistrationId, () =>
          aws.describeRegistrationVersions({ RegistrationId, MaxResults: PAGE, NextToken }),
        ),
      );
      const all = versions.flatMap(({ RegistrationArn, RegistrationVersions = [] }) =>
        RegistrationVersions.map((version) => versionFacts({ RegistrationArn, ...version })),
      );
      return all.reduce<(typeof all)[number] | typeof GONE>(
        (newest, version) => (newest === GONE || version.versionNumber > newest.versionNumber ? version : newest),
        GONE,
      );
    });
    return { newestVersion };
  },

  async values(aws, RegistrationId) {
    const found = await orGone(() =>
      pages((NextToken) =>
        call("describeRegistrationFieldValues", RegistrationId, () =>
          aws.describeRegistrationFieldValues({ RegistrationId, MaxResults: PAGE, NextToken }),
        ),
      ),
    );
    return { values: valueFacts(found === GONE ? [] : found.flatMap((page) => page.RegistrationFieldValues ?? [])) };
  },
};

/** Tags are read by ARN, which only the registration's own answer tells. */
async function tags(
  aws: PinpointSMSVoiceV2,
  registrationId: string,
  observed: Observation,
): Promise<Record<string, string>> {
  const { registration = GONE } = observed.registration ? observed : await readers.registration(aws, registrationId);
  if (registration === GONE) return {};
  const answer = await call("listTagsForResource", registrationId, () =>
    aws.listTagsForResource({ ResourceArn: registration.registrationArn }),
  );
  return Object.fromEntries((answer.Tags ?? []).map(({ Key, Value }) => [Key, Value]));
}

async function orGone<T>(read: () => Promise<T>): Promise<T | typeof GONE> {
  try {
    return await read();
  } catch (error) {
    if (isNotFound(error)) return GONE;
    throw error;
  }
}

async function pages<T extends { NextToken?: string }>(page: (token: string | undefined) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const next = await page(token);
    all.push(next);
    token = next.NextToken;
  } while (token !== undefined);
  return all;
}
