/**
 * Values as the engine writes them: https://www.pulumi.com/docs/iac/adopting-pulumi/extending/providers/implementers/protocol.
 * Everything in capitals here is fixed by that protocol.
 */
import { UNKNOWN } from "../../lifecycle/problem";
import type { Properties } from "./struct";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const UNKNOWNS: ReadonlySet<unknown> = new Set([
  UNKNOWN_TEXT,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** A file of the program's, as `pulumi.FileAsset`, `RemoteAsset` and `StringAsset` declare one. */
export interface Asset {
  readonly asset: true;
  path?: string;
  uri?: string;
  text?: string;
}

export function isAsset(value: unknown): value is Asset {
  return isMap(value) && value.asset === true;
}

/** Arguments or state without the engine's own marks. */
export function unmarked(properties: Properties): Properties {
  return mapValues(properties, plain);
}

/** {@link unmarked}, of a state: what was not known when it was written is not there. */
export function unmarkedState(properties: Properties): Properties {
  return mapValues(unmarked(properties), withoutUnknown);
}

function withoutUnknown(value: unknown): unknown {
  if (value === UNKNOWN) return undefined;
  if (Array.isArray(value)) return value.filter((item) => item !== UNKNOWN).map(withoutUnknown);
  return isMap(value) ? mapValues(value, withoutUnknown) : value;
}

function plain(value: unknown): unknown {
  if (UNKNOWNS.has(value)) return UNKNOWN;
  if (Array.isArray(value)) return value.map(plain);
  if (!isMap(value)) return value;
  switch (Object.hasOwn(value, SIGNATURE) ? value[SIGNATURE] : undefined) {
    case SECRET:
      return plain(value.value);
    case OUTPUT:
      return Object.hasOwn(value, "value") ? plain(value.value) : UNKNOWN;
    case RESOURCE:
      return plain(value.id ?? value.urn);
    case ASSET: {
      const { path, uri, text } = value;
      const parts = Object.entries({ path, uri, text }).filter(([, part]) => typeof part === "string" && part !== "");
      return { asset: true, ...Object.fromEntries(parts) };
    }
    default:
      return mapValues(value, plain);
  }
}

/** Whether any part of a value is not known yet. */
export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/** Whether an entry of a map property is secret whatever the program says. */
export type IsSecret = (property: string, key: string) => boolean;

/** Whether any part of a value, as the engine writes it, is secret. */
export function hasSecret(value: unknown): boolean {
  if (isSecretMark(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasSecret);
}

/**
 * Marks as secret what the program declared to be, at the same place of `declared`, and what `isSecret` names.
 * Other values are as they are.
 */
export function marked(properties: object, declared: Properties, isSecret: IsSecret = () => false): Properties {
  return mapValues(properties, (value, property) => {
    const told = like(value, declared[property]);
    if (!isMap(told) || isSecretMark(told)) return told;
    return mapValues(told, (inner, key) => (isSecret(property, key) ? secret(inner) : inner));
  });
}

function like(value: unknown, declared: unknown): unknown {
  if (isSecretMark(declared)) return secret(value);
  if (isMap(value) && isMap(declared)) return mapValues(value, (inner, key) => like(inner, own(declared, key)));
  return Array.isArray(declared) && declared.some(isSecretMark) ? secret(value) : value;
}

export function secret(value: unknown): unknown {
  return value === undefined || isSecretMark(value) ? value : { [SIGNATURE]: SECRET, value };
}

export function isSecretMark(value: unknown): boolean {
  return (
    isMap(value) && (own(value, SIGNATURE) === SECRET || (own(value, SIGNATURE) === OUTPUT && value.secret === true))
  );
}

function own(map: Properties, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

export function isMap(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `Object.fromEntries` defines own properties only, whatever the key. */
export function mapValues(object: object, map: (value: unknown, key: string) => unknown): Properties {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}
