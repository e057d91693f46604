import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { FieldDefinition, SupportedAssociation } from "../lifecycle/form/definition";
import { call } from "./call";
import { pages } from "./pages";

/** All fields of a registration type, in the order of the form. Read once for each type and process. */
export function fieldDefinitions(aws: PinpointSMSVoiceV2, RegistrationType: string): Promise<FieldDefinition[]> {
  return once(aws, `fields of ${RegistrationType}`, async () => {
    const found = await pages((NextToken) =>
      call("describeRegistrationFieldDefinitions", RegistrationType, () =>
        aws.describeRegistrationFieldDefinitions({ RegistrationType, MaxResults: 100, NextToken }),
      ),
    );
    const definitions = found.flatMap((page) => page.RegistrationFieldDefinitions ?? []);
    return lowerCamel(definitions) as FieldDefinition[];
  });
}

/** What may or must be associated with registrations of a type. Read once for each type and process. */
export function supportedAssociations(aws: PinpointSMSVoiceV2, type: string): Promise<SupportedAssociation[]> {
  return once(aws, `associations of ${type}`, async () => {
    const answer = await call("describeRegistrationTypeDefinitions", type, () =>
      aws.describeRegistrationTypeDefinitions({ RegistrationTypes: [type] }),
    );
    const [definition] = answer.RegistrationTypeDefinitions ?? [];
    return lowerCamel(definition?.SupportedAssociations ?? []) as SupportedAssociation[];
  });
}

const read = new WeakMap<PinpointSMSVoiceV2, Map<string, Promise<unknown>>>();

/** A reading that failed is not remembered. */
function once<T>(aws: PinpointSMSVoiceV2, key: string, load: () => Promise<T>): Promise<T> {
  const known = read.get(aws) ?? new Map<string, Promise<unknown>>();
  read.set(aws, known);
  const loading = (known.get(key) as Promise<T> | undefined) ?? load();
  known.set(key, loading);
  loading.catch(() => known.delete(key));
  return loading;
}

/** The service's own names, as our types spell them. Only names change; values are passed through. */
export function lowerCamel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerCamel);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.charAt(0).toLowerCase() + name.slice(1), lowerCamel(inner)]),
  );
}
