import { UNKNOWN } from "../../lifecycle/problem";

/** How the engine writes a value that is not known yet; fixed by Pulumi's wire protocol. */
const UNKNOWN_MARKER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** How the engine writes a secret value, beside it under `value`; fixed by Pulumi's wire protocol. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270" };

/** The key under which the engine carries the serialized provider; reserved by `pulumi.dynamic.Resource`. */
export const PROVIDER_KEY = "__provider";

/** Arguments or state as the engine sends them, without its own marks. */
export function fromEngine(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { [PROVIDER_KEY]: _, ...own } = properties;
  return mapValues(own, withoutMarker) as Record<string, unknown>;
}

function withoutMarker(value: unknown): unknown {
  if (value === UNKNOWN_MARKER) return UNKNOWN;
  if (Array.isArray(value)) return value.map(withoutMarker);
  if (isMap(value) && Object.hasOwn(value, SIGNATURE) && "value" in value) return withoutMarker(value.value);
  return typeof value === "object" && value !== null ? mapValues(value, withoutMarker) : value;
}

/** Whether any part of a value is not known yet. */
export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/** State as the engine takes it: plain data, without `undefined`, and with marks on what is secret. */
export function toEngine(state: object, isSecret: IsSecret = () => false): Record<string, unknown> {
  const plain = JSON.parse(JSON.stringify(state)) as object;
  return mapValues(plain, (value, property) =>
    isMap(value)
      ? mapValues(value, (inner, key) => (isSecret(property, key) ? { ...SECRET, value: inner } : inner))
      : value,
  ) as Record<string, unknown>;
}

/** Whether an entry of a map property is secret whatever the program says. */
export type IsSecret = (property: string, key: string) => boolean;

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `Object.fromEntries` defines own properties only, whatever the key. */
function mapValues(object: object, map: (value: unknown, key: string) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}
