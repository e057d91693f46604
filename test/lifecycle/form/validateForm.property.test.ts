import assert from "node:assert/strict";
import fc from "fast-check";
import type { ConditionalRule, FieldDefinition } from "../../../provider/lifecycle/form/definition";
import { UNKNOWN } from "../../../provider/lifecycle/problem";
import { field, select, validate } from "./forms";

type Fields = Record<string, unknown>;
const PATHS = ["a", "b", "c"];
const OPTIONS = ["A", "B"];
const ABSENT = undefined;

const condition = fc.record({
  dependsOnFieldPath: fc.constantFrom(...PATHS),
  operator: fc.constantFrom("EQUALS", "NOT_EQUALS", "IN", "NOT_IN", "HAS_VALUE", "NO_VALUE", "LATER"),
  values: fc.constantFrom(["A"], ["B"]),
});
const behavior = fc.constantFrom("REQUIRED", "OPTIONAL", "DISALLOWED");
const conditionalValidation = fc.constantFrom(undefined, { maxLength: 2 }, { minLength: 3 }, { allowedValues: ["A"] });
const rule = fc.record({
  conditions: fc.array(condition, { minLength: 1, maxLength: 2 }),
  ruleBehavior: behavior,
  conditionalValidation,
});

/** A form of three fields; `plain` leaves it at conditions, each field with one rule of one condition at most. */
function form(rules: fc.Arbitrary<ConditionalRule[]>): fc.Arbitrary<FieldDefinition[]> {
  const need = fc.oneof(
    fc.record({ fieldRequirement: fc.constantFrom("REQUIRED", "OPTIONAL", "CONDITIONAL") }),
    fc.record({ rules, defaultBehavior: behavior }).map((conditionalBehavior) => ({
      fieldRequirement: "CONDITIONAL",
      conditionalBehavior,
    })),
  );
  const one = (path: string) =>
    fc.tuple(need, fc.boolean()).map(([more, isText]) => {
      const textValidation = { minLength: 1, maxLength: 3, pattern: "[a-zA-Z]+" };
      return isText ? field(path, { textValidation, ...more }) : select(path, OPTIONS, more);
    });
  return fc.tuple(...PATHS.map(one));
}

const known = [ABSENT, "A", "x1", "abcd", ["A"], ["B"], ["Z"]];
const completions = [...known, { attachmentId: "attachment-1" }, ["A", "B"], []];
const fields: fc.Arbitrary<Fields> = fc.record(
  Object.fromEntries(PATHS.map((path) => [path, fc.constantFrom(...known, UNKNOWN, UNKNOWN, [UNKNOWN])])),
);

/** Every way in which what is not known may turn out, from a small set. */
function complete(given: Fields): Fields[] {
  return Object.entries(given).reduce<Fields[]>(
    (all, [path, value]) => all.flatMap((partial) => turnsOut(value).map((one) => ({ ...partial, [path]: one }))),
    [{}],
  );
}

function turnsOut(value: unknown): unknown[] {
  if (value === UNKNOWN) return completions;
  return Array.isArray(value) && value[0] === UNKNOWN ? ["A", "B", "Z"].map((choice) => [choice]) : [value];
}

function told(definitions: FieldDefinition[], given: Fields): string[] {
  const { problems, warnings } = validate(definitions, given);
  return [...problems, ...warnings].map(({ path, code }) => `${path[1]} ${code}`);
}

describe("a form of which parts are not known yet", () => {
  it("is told only what holds whatever they turn out to be", () => {
    fc.assert(
      fc.property(form(fc.array(rule, { minLength: 1, maxLength: 3 })), fields, (definitions, given) => {
        const now = told(definitions, given);
        for (const completed of complete(given)) {
          const then = new Set(told(definitions, completed));
          assert.deepEqual(
            now.filter((one) => !then.has(one)),
            [],
          );
        }
      }),
    );
  });

  it("is told everything that holds, where one condition decides a field", () => {
    const plain = rule.map(({ conditions, ruleBehavior }) => ({ conditions: conditions.slice(0, 1), ruleBehavior }));
    fc.assert(
      fc.property(form(fc.tuple(plain)), fields, (definitions, given) => {
        // A field that depends on itself is decided by more than its condition.
        const isOwn = ({ fieldPath, conditionalBehavior }: FieldDefinition) =>
          conditionalBehavior?.rules.some(({ conditions }) => conditions[0]?.dependsOnFieldPath === fieldPath);
        fc.pre(!definitions.some(isOwn));
        const [first = [], ...others] = complete(given).map((one) => told(definitions, one));
        const always = first.filter((one) => others.every((found) => found.includes(one)));
        assert.deepEqual(told(definitions, given), always);
      }),
    );
  });
});

describe("a form of which everything is known", () => {
  /** Conditions as the model puts them into words, for values that are absent or single. */
  function demanded({ fieldRequirement, conditionalBehavior }: FieldDefinition, given: Fields): string {
    if (fieldRequirement !== "CONDITIONAL") return fieldRequirement;
    if (conditionalBehavior === undefined) return "OPTIONAL";
    for (const { conditions, ruleBehavior } of conditionalBehavior.rules) {
      let matches = true;
      for (const { dependsOnFieldPath, operator, values } of conditions) {
        const value = [given[dependsOnFieldPath]].flat()[0] as string | undefined;
        if (operator === "EQUALS") matches &&= value === values?.[0];
        else if (operator === "NOT_EQUALS") matches &&= value !== values?.[0];
        else if (operator === "IN") matches &&= value !== undefined && values?.includes(value) === true;
        else if (operator === "NOT_IN") matches &&= value === undefined || values?.includes(value) === false;
        else if (operator === "HAS_VALUE") matches &&= value !== undefined;
        else if (operator === "NO_VALUE") matches &&= value === undefined;
        else matches = false;
      }
      if (matches) return ruleBehavior;
    }
    return conditionalBehavior.defaultBehavior;
  }

  it("misses what is required and has what is not allowed exactly as its conditions say", () => {
    const decided = fc.record(Object.fromEntries(PATHS.map((path) => [path, fc.constantFrom(...known)])));
    fc.assert(
      fc.property(form(fc.array(rule, { minLength: 1, maxLength: 3 })), decided, (definitions, given) => {
        const expected = definitions.flatMap((one) => {
          const need = demanded(one, given);
          const hasValue = given[one.fieldPath] !== ABSENT;
          if (need === "REQUIRED" && !hasValue) return [`${one.fieldPath} required`];
          return need === "DISALLOWED" && hasValue ? [`${one.fieldPath} disallowed`] : [];
        });
        const found = told(definitions, given).filter((one) => / (?:required|disallowed)$/.test(one));
        assert.deepEqual(found, expected);
      }),
      { numRuns: 1000 },
    );
  });
});
