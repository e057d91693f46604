import { ConfigurationError, type StackConfig, settings } from "../settings";
import type { Properties } from "./struct";
import { mapValues, secret, unmarked } from "./values";

/** The provider's own configuration, whether it was written as text or as a number. */
export function stackConfig(args: Properties): StackConfig {
  const values = new Map<string, unknown>(Object.entries(unmarked(args)));
  return (key) => {
    const value = values.get(key.replace(/^sms-registrations:/, ""));
    if (typeof value === "number") return String(value);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
}

/** What is wrong with it, by its property. */
export function configurationProblems(args: Properties): { property: string; reason: string }[] {
  const declared = unmarked(args);
  const wrongTypes = Object.entries(declared)
    .filter(([, value]) => !["string", "number", "symbol", "undefined"].includes(typeof value) && value !== null)
    .map(([property]) => ({ property, reason: "a text or a number is expected" }));
  try {
    settings(stackConfig(args), {}, {});
    return wrongTypes;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const property = /^sms-registrations:(\w+)/.exec(error.message)?.[1] ?? "";
    return [...wrongTypes, { property, reason: error.message }];
  }
}

/** What only the role's account and its users shall know stays secret in the state, whoever wrote it. */
export function withSecrets(args: Properties): Properties {
  return mapValues(args, (value, name) => (name === "assumeRoleExternalId" && value !== null ? secret(value) : value));
}
