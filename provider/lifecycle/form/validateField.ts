import { UNKNOWN, type Unknown } from "../problem";
import type { Demand } from "./conditions";
import type { FieldDefinition } from "./definition";
import type { FieldDoubt, FieldFault, ValueKind } from "./problem";
import { similarOption, validateChoices } from "./validateChoices";
import { validateText } from "./validateText";
import type { FormValue } from "./values";

const KINDS: ReadonlyMap<string, ValueKind> = new Map([
  ["TEXT", "text"],
  ["SELECT", "choices"],
  ["ATTACHMENT", "attachment"],
]);

/** What is certainly wrong with the value of a field when this is demanded of it. */
export function validateField(
  field: FieldDefinition,
  value: FormValue | undefined,
  { behavior, validation, when }: Demand,
): (FieldFault | FieldDoubt)[] {
  const because = when && { when };
  if (value === undefined) return behavior === "REQUIRED" ? [{ code: "required", ...because }] : [];
  // It may turn out to be right, or absent.
  if (value === UNKNOWN) return [];
  if (behavior === "DISALLOWED") return [{ code: "disallowed", ...because }];
  const given = kindOf(value);
  const expected = KINDS.get(field.fieldType);
  if (expected !== undefined && given !== expected) return [typeFault(field, value, given, expected)];
  if ("text" in value) return validateText(value.text, { ...field.textValidation, ...defined(validation) });
  if ("attachmentId" in value) return isOtherThanAttachment(value.attachmentId) ? [{ code: "notAnAttachment" }] : [];
  const options = validation?.allowedValues ?? field.selectValidation?.options;
  return validateChoices(value.choices, { ...field.selectValidation, options });
}

function kindOf(value: Exclude<FormValue, Unknown>): ValueKind {
  if ("text" in value) return "text";
  return "choices" in value ? "choices" : "attachment";
}

function typeFault(field: FieldDefinition, value: FormValue, given: ValueKind, expected: ValueKind): FieldFault {
  const fault: FieldFault = { code: "type", given, expected };
  const options = field.selectValidation?.options ?? [];
  if (expected !== "choices" || options.length === 0) return fault;
  const meant = value !== UNKNOWN && "text" in value ? similarOption(value.text, options) : undefined;
  return { ...fault, example: meant ?? options[0] };
}

/**
 * Whether this is certainly no attachment: a file name or URL, the id or ARN of something else. Ids of attachments
 * look like `attachment-...`, but nothing promises that they always will.
 */
function isOtherThanAttachment(id: string | Unknown): boolean {
  if (id === UNKNOWN) return false;
  if (!/^[A-Za-z0-9_:/-]{1,256}$/.test(id)) return true;
  if (id.startsWith("arn:")) return !/:(?:registration-)?attachment\//.test(id);
  return /^(?:registration|phone|pool|sender|protect|optout|opt-out)-/.test(id);
}

/** Only what a rule states counts in place of the field's own. */
function defined<T extends object>(object: T | undefined): Partial<T> {
  return Object.fromEntries(
    Object.entries(object ?? {}).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
}
