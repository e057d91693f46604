import type { FieldValue } from "../account";
import { lengthOf } from "../rules";
import { resolve, type Values } from "./condition";
import type { ConditionalRule, FieldDefinition } from "./definition";

/** As in ValidationException.Fields. The text never repeats the value. */
export interface FieldProblem {
  Name: string;
  Message: string;
}

/** What is wrong with one value, by its definition alone; conditions wait for the submit. */
export function problemOf(field: FieldDefinition, value: FieldValue): string | undefined {
  if (typeof value === "string") {
    if (field.FieldType !== "TEXT") return `takes ${nameOf[field.FieldType]}, not TextValue`;
    return field.TextValidation && textProblem(value, field.TextValidation);
  }
  if (Array.isArray(value)) {
    if (field.FieldType !== "SELECT") return `takes ${nameOf[field.FieldType]}, not SelectChoices`;
    return choicesProblem(value, field);
  }
  return field.FieldType === "ATTACHMENT"
    ? undefined
    : `takes ${nameOf[field.FieldType]}, not RegistrationAttachmentId`;
}
const nameOf = { TEXT: "TextValue", SELECT: "SelectChoices", ATTACHMENT: "RegistrationAttachmentId" };

type TextLimits = { MinLength?: number; MaxLength?: number; Pattern?: string };
function textProblem(value: string, { MinLength, MaxLength, Pattern }: TextLimits): string | undefined {
  const length = lengthOf(value);
  if (MinLength !== undefined && length < MinLength) return `must have at least ${MinLength} characters, has ${length}`;
  if (MaxLength !== undefined && length > MaxLength) return `must have at most ${MaxLength} characters, has ${length}`;
  if (Pattern !== undefined && !new RegExp(`^(?:${Pattern})$`, "u").test(value)) return `must match ${Pattern}`;
  return undefined;
}

function choicesProblem(choices: string[], { SelectValidation }: FieldDefinition): string | undefined {
  if (!SelectValidation) return undefined;
  const { MinChoices, MaxChoices, Options } = SelectValidation;
  if (choices.length < MinChoices || choices.length > MaxChoices) {
    const wanted = MinChoices === MaxChoices ? `${MinChoices}` : `${MinChoices} to ${MaxChoices}`;
    return `must have ${wanted} choices, has ${choices.length}`;
  }
  if (new Set(choices).size < choices.length) return "must not repeat a choice";
  return choices.every((choice) => Options.includes(choice)) ? undefined : `must be of: ${Options.join(", ")}`;
}

/** What keeps a form from being submitted: required fields that are missing, and values against a conditional rule. */
export function formProblems(
  fields: Iterable<FieldDefinition>,
  values: Values,
): { missing: FieldProblem[]; wrong: FieldProblem[] } {
  const missing: FieldProblem[] = [];
  const wrong: FieldProblem[] = [];
  for (const field of fields) {
    const { RuleBehavior, ConditionalValidation } = resolve(field, values);
    const value = values.get(field.FieldPath);
    if (value === undefined) {
      if (RuleBehavior === "REQUIRED") missing.push({ Name: field.FieldPath, Message: "is required" });
      continue;
    }
    const problem =
      RuleBehavior === "DISALLOWED" ? "is not allowed here" : conditionalProblem(value, ConditionalValidation);
    if (problem !== undefined) wrong.push({ Name: field.FieldPath, Message: problem });
  }
  return { missing, wrong };
}

function conditionalProblem(value: FieldValue, limits: ConditionalRule["ConditionalValidation"]): string | undefined {
  if (!limits) return undefined;
  if (typeof value === "string") return textProblem(value, limits);
  if (!Array.isArray(value) || !limits.AllowedValues) return undefined;
  const allowed = limits.AllowedValues;
  return value.every((choice) => allowed.includes(choice)) ? undefined : `must be of: ${allowed.join(", ")}`;
}
