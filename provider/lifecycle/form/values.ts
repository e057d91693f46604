import type { FieldValue } from "../fields";
import { isRecord, UNKNOWN, type Unknown } from "../problem";

/**
 * One value of a form at preview. `UNKNOWN` may turn out to be anything, even absent; inside a list of choices or as
 * an attachment's id it stands for a text, so the kind of the value is known already.
 */
export type FormValue =
  | Unknown
  | FieldValue
  | { readonly choices: readonly (string | Unknown)[] }
  | { readonly attachmentId: string | Unknown };

/** The values of a form at preview by field path. */
export type FormValues = ReadonlyMap<string, FormValue>;

/**
 * Reads what a program declared, parts of which may not be known yet. What is no field value at all is left to the
 * check of the arguments, which tells about it: here it counts as not known, so that nothing is told twice.
 */
export function formValues(fields: Readonly<Record<string, unknown>>): FormValues {
  const declared = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return new Map(declared.map(([path, value]) => [path, formValue(value)]));
}

function formValue(value: unknown): FormValue {
  if (typeof value === "string") return { text: value };
  if (Array.isArray(value) && value.every(isText)) return { choices: value };
  if (isRecord(value) && isText(value.attachmentId)) return { attachmentId: value.attachmentId };
  return UNKNOWN;
}

function isText(value: unknown): value is string | Unknown {
  return typeof value === "string" || value === UNKNOWN;
}

/** The texts that a value consists of. Without any, the field has no value: that is what "" means to the service. */
export function parts(value: Exclude<FormValue, Unknown> | undefined): readonly (string | Unknown)[] {
  if (value === undefined) return [];
  if ("text" in value) return value.text === "" ? [] : [value.text];
  return "choices" in value ? value.choices : [value.attachmentId];
}
