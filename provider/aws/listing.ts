import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { AssociationFacts, AttachmentFacts, RegistrationFacts } from "../lifecycle/observation";
import { call } from "./call";
import { isNotFound } from "./errors";
import { associationFacts, attachmentFacts, registrationFacts } from "./facts";
import { rememberType } from "./fresh";
import { pages } from "./pages";

/** How many a describe call may name. */
export const NAMED = 5;
/** How many a page has at the most. */
const PAGE = 100;

/** By id and by ARN, since a program may give either. What was deleted is not among them. */
export type Found<Facts> = ReadonlyMap<string, Facts>;

/** What the service can describe by name, a few in a call, or list in pages. */
export interface Listing<Facts> {
  /** {@link NAMED} at the most. */
  named(ids: readonly string[]): Promise<Found<Facts>>;
  page(token: string | undefined): Promise<{ found: Found<Facts>; next: string | undefined }>;
}

/** DescribeRegistrations. */
export function registrationListing(aws: PinpointSMSVoiceV2): Listing<RegistrationFacts> {
  return listing("all registrations", async (target, { ids, ...page }) => {
    const request = ids ? { RegistrationIds: [...ids] } : page;
    const answer = await call("describeRegistrations", target, () => aws.describeRegistrations(request));
    const all = (answer.Registrations ?? [])
      .filter(({ RegistrationStatus }) => RegistrationStatus !== "DELETED")
      .map(registrationFacts);
    all.forEach(rememberType);
    const entries = all.map((facts) => [facts.registrationId, facts.registrationArn, facts] as const);
    return { found: byName(entries), next: answer.NextToken };
  });
}

/** DescribeRegistrationAttachments. */
export function attachmentListing(aws: PinpointSMSVoiceV2): Listing<AttachmentFacts> {
  return listing("all attachments", async (target, { ids, ...page }) => {
    const request = ids ? { RegistrationAttachmentIds: [...ids] } : page;
    const answer = await call("describeRegistrationAttachments", target, () =>
      aws.describeRegistrationAttachments(request),
    );
    const all = (answer.RegistrationAttachments ?? [])
      .filter(({ AttachmentStatus }) => AttachmentStatus !== "DELETED")
      .map(attachmentFacts);
    const entries = all.map(
      (facts) => [facts.registrationAttachmentId, facts.registrationAttachmentArn, facts] as const,
    );
    return { found: byName(entries), next: answer.NextToken };
  });
}

type Page<Facts> = Awaited<ReturnType<Listing<Facts>["page"]>>;

/** Both ways to ask of an operation that takes either ids or a page. */
function listing<Facts>(
  everything: string,
  describe: (
    target: string,
    request: { ids: readonly string[] } | { ids?: undefined; MaxResults: number; NextToken?: string },
  ) => Promise<Page<Facts>>,
): Listing<Facts> {
  return {
    named: (ids) => eachIfNotFound(ids, async (some) => (await describe(some.join(", "), { ids: some })).found),
    page: (NextToken) => describe(everything, { MaxResults: PAGE, NextToken }),
  };
}

/** ListRegistrationAssociations, all pages; `undefined` where the registration is gone. */
export async function associationsOf(
  aws: PinpointSMSVoiceV2,
  RegistrationId: string,
): Promise<AssociationFacts[] | undefined> {
  try {
    const found = await pages((NextToken) =>
      call("listRegistrationAssociations", RegistrationId, () =>
        aws.listRegistrationAssociations({ RegistrationId, MaxResults: PAGE, NextToken }),
      ),
    );
    return found.flatMap((page) => (page.RegistrationAssociations ?? []).map(associationFacts));
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function byName<Facts>(all: readonly (readonly [id: string, arn: string, facts: Facts])[]): Map<string, Facts> {
  return new Map(all.flatMap(([id, arn, facts]) => [[id, facts] as const, [arn, facts] as const]));
}

/** The service answers for all or for none: where one of them does not exist, each is asked for by itself. */
async function eachIfNotFound<Facts>(
  ids: readonly string[],
  describe: (ids: readonly string[]) => Promise<Found<Facts>>,
): Promise<Found<Facts>> {
  try {
    return await describe(ids);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (ids.length === 1) return new Map();
    const found = await Promise.all(ids.map((id) => eachIfNotFound([id], describe)));
    return new Map(found.flatMap((some) => [...some]));
  }
}
