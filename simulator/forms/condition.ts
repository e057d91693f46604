import type { FieldValue } from "../account";
import type { Condition, ConditionalRule, FieldDefinition } from "./definition";

export type Values = ReadonlyMap<string, FieldValue>;

/** What a field's conditions make of it for these values: the first rule whose conditions all hold decides. */
export function resolve(
  field: FieldDefinition,
  values: Values,
): Pick<ConditionalRule, "RuleBehavior" | "ConditionalValidation"> {
  if (field.FieldRequirement !== "CONDITIONAL") return { RuleBehavior: field.FieldRequirement };
  // Such definitions exist; nothing says when the field is needed, so it never is.
  if (!field.ConditionalBehavior) return { RuleBehavior: "OPTIONAL" };
  const { Rules, DefaultBehavior } = field.ConditionalBehavior;
  const rule = Rules.find(({ Conditions }) => Conditions.every((condition) => holds(condition, values)));
  return rule ?? { RuleBehavior: DefaultBehavior };
}

function holds({ DependsOnFieldPath, Operator, Values = [] }: Condition, values: Values): boolean {
  const value = values.get(DependsOnFieldPath);
  const given =
    value === undefined ? [] : [value].flat().map((part) => (typeof part === "string" ? part : part.attachmentId));
  const matches = given.some((part) => Values.includes(part));
  switch (Operator) {
    case "EQUALS":
    case "IN":
      return matches;
    case "NOT_EQUALS":
    case "NOT_IN":
      return !matches;
    case "HAS_VALUE":
      return given.length > 0;
    case "NO_VALUE":
      return given.length === 0;
    default:
      return false; // an operator of the future skips its rule (model)
  }
}
