import type { FieldDefinition, SupportedAssociation } from "../lifecycle/form/definition";
import type { Observation, Part } from "../lifecycle/observation";
import type { Step } from "../lifecycle/step";
import { apply, type Note } from "./apply";
import { client, type Settings } from "./client";
import { fieldDefinitions, supportedAssociations } from "./definitions";
import { isFresh, knownType } from "./fresh";
import { forgetSharedLooks, ownLooks, sharedLooks } from "./looks";
import { observe } from "./observe";
import { regionOf } from "./region";

/** The service as a reconciliation sees it: read parts, carry out steps. */
export interface Aws {
  observe(registrationId: string, parts: readonly Part[]): Promise<Observation>;
  /**
   * {@link observe} for a refresh, in which many resources look: they share calls, so what is seen may be some minutes
   * old. Nothing may be written on the strength of it.
   */
  survey(registrationId: string, parts: readonly Part[]): Promise<Observation>;
  apply(steps: readonly Step[], note: Note): Promise<void>;
  /** The region in which the calls are made. */
  region(): Promise<string>;
}

/** The service as a check sees it. */
export interface AwsForms extends Pick<Aws, "observe"> {
  /** The form of a registration type: DescribeRegistrationFieldDefinitions. */
  fieldDefinitions(registrationType: string): Promise<FieldDefinition[]>;
  /** What may or must be associated with it: DescribeRegistrationTypeDefinitions. */
  supportedAssociations(registrationType: string): Promise<SupportedAssociation[]>;
  /** The type of a registration; `undefined` where it does not exist. */
  registrationType(registrationId: string): Promise<string | undefined>;
  /** Whether this process made the registration a moment ago. */
  isFresh(registrationId: string): boolean;
}

/** Nothing is loaded and no credential is looked for before the first call. */
export function connect(settings: Settings): Aws & AwsForms {
  const connected = async () => {
    const aws = await client(settings);
    await regionOf(aws);
    return aws;
  };
  return {
    observe: async (registrationId, parts) => {
      const aws = await connected();
      return observe(aws, registrationId, parts, ownLooks(aws));
    },
    survey: async (registrationId, parts) => {
      const aws = await connected();
      return observe(aws, registrationId, parts, sharedLooks(aws));
    },
    apply: async (steps, note) => {
      const aws = await connected();
      await apply(aws, steps, note).finally(() => forgetSharedLooks(aws));
    },
    fieldDefinitions: async (type) => fieldDefinitions(await connected(), type),
    supportedAssociations: async (type) => supportedAssociations(await connected(), type),
    registrationType: async (id) => {
      const known = knownType(id);
      if (known !== undefined) return known;
      return (await ownLooks(await connected()).registration(id))?.registrationType;
    },
    isFresh,
    region: async () => regionOf(await client(settings)),
  };
}

export { ATTACHMENT_MAX_BYTES, AttachmentFileError, readAttachmentFile } from "./attachmentFile";
export { isStale, ServiceError } from "./errors";
export { lookups } from "./lookups";
export { Waiter, WaitTimeoutError, type WaitWorld } from "./wait";
export type { Settings };
