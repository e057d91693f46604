import assert from "node:assert/strict";
import { holds, possibleDemands } from "../../../provider/lifecycle/form/conditions";
import { formValues } from "../../../provider/lifecycle/form/values";
import { UNKNOWN } from "../../../provider/lifecycle/problem";
import { field } from "./forms";

const path = "companyInfo.businessType";

describe("a condition", () => {
  const given: Record<string, unknown> = {
    nothing: undefined,
    '""': "",
    "[]": [],
    '"A"': "A",
    '"B"': "B",
    '["A"]': ["A"],
    '["B"]': ["B"],
    '["A", "C"]': ["A", "C"],
    '["A", "B"]': ["A", "B"],
    "[?]": [UNKNOWN],
    '["B", ?]': ["B", UNKNOWN],
    "an attachment": { attachmentId: "attachment-1" },
    "an attachment of unknown id": { attachmentId: UNKNOWN },
    "?": UNKNOWN,
  };
  // For each value above: yes, no, or not decided yet.
  const table: [operator: string, values: string[] | undefined, expected: string][] = [
    ["EQUALS", ["A"], "n n n y n y n ? ? ? ? n ? ?"],
    ["NOT_EQUALS", ["A"], "y y y n y n y ? ? ? ? y ? ?"],
    ["IN", ["A", "C"], "n n n y n y n y ? ? ? n ? ?"],
    ["NOT_IN", ["A", "C"], "y y y n y n y n ? ? ? y ? ?"],
    ["HAS_VALUE", undefined, "n n n y y y y y y y y y y ?"],
    ["NO_VALUE", undefined, "y y y n n n n n n n n n n ?"],
    ["STARTS_WITH", ["A"], "n n n n n n n n n n n n n n"],
    ["toString", ["A"], "n n n n n n n n n n n n n n"],
    ["EQUALS", undefined, "? ? ? ? ? ? ? ? ? ? ? ? ? ?"],
  ];
  const letter = (value: boolean | undefined) => (value === undefined ? "?" : value ? "y" : "n");
  for (const [operator, values, expected] of table) {
    it(`${operator} ${values ?? "without values"}`, () => {
      const condition = { dependsOnFieldPath: path, operator, values };
      const found = Object.values(given).map((value) => letter(holds(condition, formValues({ [path]: value }))));
      assert.equal(found.join(" "), expected);
    });
  }
});

describe("what is demanded of a field", () => {
  const is = (dependsOnFieldPath: string, value: string) => ({
    dependsOnFieldPath,
    operator: "EQUALS",
    values: [value],
  });
  const rule = (ruleBehavior: string, ...conditions: ReturnType<typeof is>[]) => ({ conditions, ruleBehavior });
  const conditional = field("f", {
    fieldRequirement: "CONDITIONAL",
    conditionalBehavior: {
      rules: [
        rule("REQUIRED", is("a", "1"), is("b", "1")),
        rule("REQUIRED", { ...is("a", "1"), operator: "RESEMBLES" }),
        rule("DISALLOWED", is("a", "1")),
        rule("REQUIRED", is("b", "1")),
      ],
      defaultBehavior: "OPTIONAL",
    },
  });

  const cases: [why: string, values: Record<string, unknown>, behaviors: string[]][] = [
    ["all conditions of a rule hold", { a: "1", b: "1" }, ["REQUIRED"]],
    [
      "one does not; the first rule that holds wins, and an unknown operator skips its rule",
      { a: "1" },
      ["DISALLOWED"],
    ],
    ["a later rule holds", { b: "1" }, ["REQUIRED"]],
    ["no rule holds", { a: "2", b: "2" }, ["OPTIONAL"]],
    ["one condition is undecided and the other false", { a: UNKNOWN, b: "2" }, ["DISALLOWED", "OPTIONAL"]],
    ["a rule that holds ends what is possible", { a: UNKNOWN, b: "1" }, ["REQUIRED", "DISALLOWED", "REQUIRED"]],
    ["nothing is decided", { a: UNKNOWN, b: UNKNOWN }, ["REQUIRED", "DISALLOWED", "REQUIRED", "OPTIONAL"]],
  ];
  for (const [why, values, behaviors] of cases) {
    it(why, () => {
      const found = possibleDemands(conditional, formValues(values));
      assert.deepEqual(
        found.map(({ behavior }) => behavior),
        behaviors,
      );
    });
  }

  it("is nothing where a CONDITIONAL field has no conditions", () => {
    assert.deepEqual(possibleDemands(field("f", { fieldRequirement: "CONDITIONAL" }), new Map()), [
      { behavior: "OPTIONAL" },
    ]);
  });

  it("is what the definition says where it is not conditional, whatever conditions say", () => {
    const required = { ...conditional, fieldRequirement: "REQUIRED" };
    assert.deepEqual(possibleDemands(required, formValues({ a: "1" })), [{ behavior: "REQUIRED" }]);
  });
});
