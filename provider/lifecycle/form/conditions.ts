import { UNKNOWN } from "../problem";
import type { ConditionalValidation, FieldCondition, FieldDefinition } from "./definition";
import { type FormValues, parts } from "./values";

/** What a field's conditions make of it. */
export interface Demand {
  /** REQUIRED, OPTIONAL or DISALLOWED; anything else demands nothing. */
  behavior: string;
  /** What counts in place of the field's own validation. */
  validation?: ConditionalValidation;
  /** The conditions that lead here. */
  when?: readonly FieldCondition[];
}

/**
 * Everything that may be demanded of a field once all values are known: exactly one demand when the conditions are
 * decided already. Only what is wrong under each of them is wrong for certain.
 */
export function possibleDemands(field: FieldDefinition, values: FormValues): Demand[] {
  if (field.fieldRequirement !== "CONDITIONAL") return [{ behavior: field.fieldRequirement }];
  // Nothing says when such a field is needed, so it never is.
  if (field.conditionalBehavior === undefined) return [{ behavior: "OPTIONAL" }];
  const possible: Demand[] = [];
  for (const { conditions, ruleBehavior, conditionalValidation } of field.conditionalBehavior.rules) {
    const isMet = all(conditions.map((condition) => holds(condition, values)));
    if (isMet === false) continue;
    const demand: Demand = { behavior: ruleBehavior, validation: conditionalValidation, when: conditions };
    possible.push(demand);
    if (isMet) return possible;
  }
  return [...possible, { behavior: field.conditionalBehavior.defaultBehavior }];
}

/** Whether a condition holds; `undefined` where that is not decided yet. */
export function holds(condition: FieldCondition, values: FormValues): boolean | undefined {
  const { dependsOnFieldPath, operator } = condition;
  switch (operator) {
    case "HAS_VALUE":
      return hasValue(dependsOnFieldPath, values);
    case "NO_VALUE":
      return not(hasValue(dependsOnFieldPath, values));
    case "EQUALS":
    case "IN":
      return isOneOf(condition, values);
    case "NOT_EQUALS":
    case "NOT_IN":
      return not(isOneOf(condition, values));
    default:
      return false; // as the model says of operators it does not list yet
  }
}

function hasValue(path: string, values: FormValues): boolean | undefined {
  const value = values.get(path);
  return value === UNKNOWN ? undefined : parts(value).length > 0;
}

/**
 * Whether a field's value is one of those that the condition lists; a field without a value is none of them. Nothing
 * public says how several choices compare when only some are listed, so that stays undecided.
 */
function isOneOf({ dependsOnFieldPath, values: listed }: FieldCondition, values: FormValues): boolean | undefined {
  const value = values.get(dependsOnFieldPath);
  if (value === UNKNOWN || listed === undefined) return undefined;
  const each = parts(value).map((part) => (part === UNKNOWN ? undefined : listed.includes(part)));
  if (each.every((is) => is === false)) return false;
  return each.every((is) => is === true) ? true : undefined;
}

function all(each: readonly (boolean | undefined)[]): boolean | undefined {
  if (each.includes(false)) return false;
  return each.includes(undefined) ? undefined : true;
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
