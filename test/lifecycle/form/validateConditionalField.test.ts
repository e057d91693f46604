import assert from "node:assert/strict";
import type { FieldDefinition } from "../../../provider/lifecycle/form/definition";
import { UNKNOWN } from "../../../provider/lifecycle/problem";
import { field, select, validate, when } from "./forms";

const isA = [{ dependsOnFieldPath: "d", operator: "EQUALS", values: ["A"] }];

describe("a field with conditions", () => {
  const d = select("d", ["A", "B"]);
  const conditional = (ruleBehavior: string, defaultBehavior?: string) => [
    d,
    field("f", when(isA, ruleBehavior, defaultBehavior)),
  ];
  const limited = [
    d,
    field("f", { textValidation: { maxLength: 9, pattern: "[a-z]+", minLength: 2 }, ...when(isA, "REQUIRED") }),
  ];
  const rule = limited[1]?.conditionalBehavior?.rules[0];
  if (rule) rule.conditionalValidation = { maxLength: 4, minLength: undefined };
  const f = (problem: object) => [{ path: ["fields", "f"], ...problem }];

  const cases: [why: string, definitions: FieldDefinition[], fields: Record<string, unknown>, problems: object[]][] = [
    ["is required when they hold", conditional("REQUIRED"), { d: ["A"] }, f({ code: "required", when: isA })],
    ["is not when they do not", conditional("REQUIRED"), { d: ["B"] }, []],
    ["is not as long as that is undecided", conditional("REQUIRED"), { d: [UNKNOWN] }, []],
    ["is required either way", conditional("REQUIRED", "REQUIRED"), { d: UNKNOWN }, f({ code: "required" })],
    ["is not allowed", conditional("DISALLOWED"), { d: ["A"], f: "x" }, f({ code: "disallowed", when: isA })],
    ["may be allowed", conditional("DISALLOWED"), { d: UNKNOWN, f: "x" }, []],
    ["may turn out absent", conditional("DISALLOWED"), { d: ["A"], f: UNKNOWN }, []],
    [
      "has a value and may not have one",
      conditional("DISALLOWED", "DISALLOWED"),
      { f: "x" },
      f({ code: "disallowed" }),
    ],
    ["of behavior unknown here", conditional("HIDDEN"), { d: ["A"] }, []],
    ["is checked by the rule's limits", limited, { d: ["A"], f: "abcde" }, f({ code: "tooLong", length: 5, max: 4 })],
    [
      "keeps what the rule does not state",
      limited,
      { d: ["A"], f: "1" },
      [...f({ code: "tooShort", length: 1, min: 2 }), ...f({ code: "pattern", pattern: "[a-z]+" })],
    ],
    ["has its own limits elsewhere", limited, { d: ["B"], f: "abcde" }, []],
    ["is too long for both", limited, { d: UNKNOWN, f: "abcdefghij" }, f({ code: "tooLong", length: 10, max: 9 })],
    ["is too long for one of two", limited, { d: UNKNOWN, f: "abcde" }, []],
  ];
  for (const [why, definitions, fields, problems] of cases) {
    it(why, () => {
      assert.deepEqual(validate(definitions, fields).problems, problems);
    });
  }

  it("is told what is wrong under two rules in the words of the milder one, or not at all", () => {
    const lettersOnly = { minLength: 2, maxLength: 9, pattern: "[a-z]+" };
    const two = (validation: object) => {
      const strict = field("f", { textValidation: lettersOnly, ...when(isA, "REQUIRED") });
      const [first] = strict.conditionalBehavior?.rules ?? [];
      if (first) first.conditionalValidation = validation;
      return [d, strict];
    };
    const found = [
      validate(two({ minLength: 4 }), { d: UNKNOWN, f: "a" }),
      validate(two({ minLength: 1 }), { d: UNKNOWN, f: "a" }),
      validate(two({ pattern: "[0-9]+" }), { d: UNKNOWN, f: "A1" }),
      validate(two({ maxLength: 8 }), { d: UNKNOWN, f: "A1" }),
    ];
    assert.deepEqual(
      found.map(({ problems }) => problems),
      [f({ code: "tooShort", length: 1, min: 2 }), [], [], f({ code: "pattern", pattern: "[a-z]+" })],
    );
  });

  it("takes only the options of its rule, and tells what no rule allows", () => {
    const options = ["X", "Y", "Z"];
    const narrow = select("f", options, when(isA, "OPTIONAL"));
    const narrowing = narrow.conditionalBehavior?.rules[0];
    if (narrowing) narrowing.conditionalValidation = { allowedValues: ["X"] };
    const found = (fields: Record<string, unknown>) => validate([d, narrow], fields).problems;
    const unknown = (options: string[]) =>
      f({ code: "unknownChoice", choices: [{ position: 1, similar: "X" }], options });
    assert.deepEqual(
      [found({ d: ["A"], f: ["Y"] }), found({ d: [UNKNOWN], f: ["Y"] }), found({ d: [UNKNOWN], f: ["W"] })],
      [unknown(["X"]), [], unknown(["X", "Y", "Z"])],
    );
  });
});
