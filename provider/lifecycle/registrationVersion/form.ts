import { formValues } from "../form/values";
import type { FormQuestion } from "../lifecycle";
import { isRecord, type MaybeUnknown, UNKNOWN } from "../problem";
import type { VersionInputs } from "./declared";

type Inputs = MaybeUnknown<VersionInputs>;

/** Everything that decides whether the form has to be held against its definitions again. */
const ASKED_FOR = [
  "registrationId",
  "fields",
  "submit",
  "resubmitTrigger",
  "associations",
  "validation",
  "ignoreAdvice",
] as const;

/** The form of a version, unless it is the one that was checked before. */
export function versionForm(inputs: Inputs, old: Inputs | undefined): FormQuestion | undefined {
  const { validation } = inputs;
  if (validation === "off" || !isRecord(inputs.fields)) return undefined;
  if (old !== undefined && ASKED_FOR.every((name) => isSame(inputs[name], old[name]))) return undefined;
  const { registrationType } = inputs;
  return {
    registrationId: typeof inputs.registrationId === "string" ? inputs.registrationId : UNKNOWN,
    registrationType: typeof registrationType === "string" ? registrationType : undefined,
    values: formValues(inputs.fields),
    associations: inputs.associations === UNKNOWN ? UNKNOWN : texts(inputs.associations),
    submit: inputs.submit === undefined || inputs.submit === null ? true : inputs.submit === true,
    isNew: old === undefined,
    validation: validation === "warn" ? "warn" : "error",
    ignoreAdvice: texts(inputs.ignoreAdvice).filter((name) => name !== UNKNOWN),
  };
}

function texts(list: unknown): (string | typeof UNKNOWN)[] {
  return Array.isArray(list) ? list.map((item) => (typeof item === "string" ? item : UNKNOWN)) : [];
}

function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** Unknown values are never the same as anything. */
function canonical(value: unknown): string | symbol {
  let isUnknown = false;
  const text = JSON.stringify(value, (_key, inner) => {
    isUnknown ||= inner === UNKNOWN;
    return isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner;
  });
  return isUnknown ? Symbol("unknown") : String(text);
}
