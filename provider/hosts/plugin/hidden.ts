import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { fromStruct, type Properties } from "./struct";
import { isSecretMark, unmarked } from "./values";

/** The messages that requests carry properties in. */
const GETTERS = ["getNews", "getOlds", "getOldInputs", "getProperties", "getInputs", "getArgs"] as const;

/** Takes out of a text what is marked as secret in the properties of a request, of whatever method. */
export function hiding(request: unknown): (text: string) => string {
  return (text) => hide(text, propertiesOf(request));
}

function propertiesOf(request: unknown): Properties[] {
  const getters = request as Partial<Record<(typeof GETTERS)[number], () => Struct | undefined>>;
  try {
    return GETTERS.flatMap((name) => getters[name]?.() ?? []).map(fromStruct);
  } catch {
    // What is nested too deeply is told of without a value.
    return [];
  }
}

/** A text without what is marked as secret in `properties`, whoever repeated it: we, the service or Node.js. */
export function hide(text: string, properties: unknown): string {
  return textsIn(properties, false)
    .filter((secret) => secret.length > 2)
    .sort((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replaceAll(secret, "(value hidden)"), text);
}

function textsIn(value: unknown, isSecret: boolean): string[] {
  if (typeof value === "string") return isSecret ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  if (!isSecret && isSecretMark(value)) return Object.values(unmarked({ value })).flatMap((one) => textsIn(one, true));
  return Object.entries(value).flatMap(([key, one]) => [...(isSecret ? [key] : []), ...textsIn(one, isSecret)]);
}
