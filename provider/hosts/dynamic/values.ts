import { UNKNOWN } from "../../lifecycle/problem";

/** How the engine writes a value that is not known yet; fixed by Pulumi's wire protocol. */
const UNKNOWN_MARKER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The key under which the engine carries the serialized provider; reserved by `pulumi.dynamic.Resource`. */
const PROVIDER_KEY = "__provider";

/** Arguments or state as the engine sends them, without its own marks. */
export function fromEngine(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { [PROVIDER_KEY]: _, ...own } = properties;
  return mapValues(own, withoutMarker) as Record<string, unknown>;
}

function withoutMarker(value: unknown): unknown {
  if (value === UNKNOWN_MARKER) return UNKNOWN;
  if (Array.isArray(value)) return value.map(withoutMarker);
  return typeof value === "object" && value !== null ? mapValues(value, withoutMarker) : value;
}

/** Whether any part of a value is not known yet. */
export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/** State as the engine takes it: plain data, without `undefined`. */
export function toEngine(state: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(state));
}

/** `Object.fromEntries` defines own properties only, whatever the key. */
function mapValues(object: object, map: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
