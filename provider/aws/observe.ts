import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { GONE, type Observation, type Part } from "../lifecycle/observation";
import { call } from "./call";
import { isNotFound } from "./errors";
import { valueFacts, versionFacts } from "./facts";
import { takeFresh } from "./fresh";
import type { Looks } from "./looks";
import { pages } from "./pages";

const PAGE = 100;

/**
 * Reads parts of what the service holds, side by side. A registration that is gone is an answer, not an error.
 *
 * @param looks - How single registrations and attachments are looked at: by themselves, or together with others.
 */
export async function observe(
  aws: PinpointSMSVoiceV2,
  registrationId: string,
  parts: readonly Part[],
  looks: Looks,
): Promise<Observation> {
  const fresh = parts.includes("newestVersion") ? takeFresh(registrationId) : undefined;
  const missing = parts.filter((part) => part !== "tags" && fresh?.[part] === undefined) as Exclude<Part, "tags">[];
  const read = await Promise.all(missing.map((part) => readers[part](aws, registrationId, looks)));
  const observed: Observation = Object.assign({}, fresh, ...read);
  return parts.includes("tags") ? { ...observed, tags: await tags(aws, registrationId, observed, looks) } : observed;
}

type Reader = (aws: PinpointSMSVoiceV2, registrationId: string, looks: Looks) => Promise<Observation>;

const readers: Record<Exclude<Part, "tags">, Reader> = {
  async registration(_aws, registrationId, { registration }) {
    return { registration: (await registration(registrationId)) ?? GONE };
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

  async associations(_aws, registrationId, { associations }) {
    return { associations: (await associations(registrationId)) ?? GONE };
  },

  async attachment(_aws, attachmentId, { attachment }) {
    return { attachment: (await attachment(attachmentId)) ?? GONE };
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

/** Tags are read by ARN, which only the resource's own answer tells. AWS's own (`aws:...`) belong to nobody's program. */
async function tags(
  aws: PinpointSMSVoiceV2,
  id: string,
  observed: Observation,
  looks: Looks,
): Promise<Record<string, string>> {
  const { registration, attachment } =
    observed.registration || observed.attachment ? observed : await readers[ownPart(id)](aws, id, looks);
  const arn =
    registration && registration !== GONE
      ? registration.registrationArn
      : attachment && attachment !== GONE
        ? attachment.registrationAttachmentArn
        : undefined;
  if (arn === undefined) return {};
  const answer = await call("listTagsForResource", id, () => aws.listTagsForResource({ ResourceArn: arn }));
  const own = (answer.Tags ?? []).filter(({ Key }) => !Key?.startsWith("aws:"));
  return Object.fromEntries(own.map(({ Key, Value }) => [Key, Value]));
}

function ownPart(id: string): "registration" | "attachment" {
  return id.includes("attachment-") ? "attachment" : "registration";
}

async function orGone<T>(read: () => Promise<T>): Promise<T | typeof GONE> {
  try {
    return await read();
  } catch (error) {
    if (isNotFound(error)) return GONE;
    throw error;
  }
}
