import * as pulumi from "@pulumi/pulumi";
import { isSensitive } from "../lifecycle/form/sensitive";
import type { FieldInput, RegistrationVersionArgs } from "./registrationVersion";

type Fields = RegistrationVersionArgs["fields"];

/** Tax numbers and the like are secret in the state even where the program does not say so. */
export function withSecrets(fields: Fields | undefined): Fields | undefined {
  if (fields === undefined || fields === null) return undefined;
  if (pulumi.Output.isInstance(fields) || fields instanceof Promise) {
    const known = pulumi.output(fields);
    return known.apply((values) =>
      isMap(values) && Object.keys(values).some(isSensitive) ? pulumi.secret(values) : values,
    ) as Fields;
  }
  if (!isMap(fields)) return fields;
  // Pulumi would drop it in silence on the way to the provider.
  if (Object.hasOwn(fields, "__proto__")) {
    throw new pulumi.RunError('RegistrationVersion: fields["__proto__"]: no form has such a field; leave it out.');
  }
  const entries = Object.entries(fields as Record<string, FieldInput | undefined>);
  return Object.fromEntries(
    entries.map(([path, value]) => [path, isSensitive(path) && value !== undefined ? pulumi.secret(value) : value]),
  ) as Record<string, FieldInput | undefined>;
}

/** What a JavaScript program passes instead is left to the check. */
function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
