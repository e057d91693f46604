import assert from "node:assert/strict";
import type { FieldDefinition } from "../../../provider/lifecycle/form/definition";
import { UNKNOWN } from "../../../provider/lifecycle/problem";
import { field, select, validate } from "./forms";

const attachment = field("f", { fieldType: "ATTACHMENT" });
const text = (textValidation: FieldDefinition["textValidation"], more = {}) => field("f", { textValidation, ...more });

describe("one field of a form", () => {
  const required = { code: "required" };
  const blank = { code: "blank" };
  const choices = (code: string, count: number, min: number, max: number) => ({ code, count, min, max });
  const unknownChoice = (options: string[], ...found: object[]) => ({ code: "unknownChoice", choices: found, options });
  const type = (given: string, expected: string, more = {}) => ({ code: "type", given, expected, ...more });
  const fruit = ["APPLE", "CHERRY"];

  const cases: [why: string, field: FieldDefinition, value: unknown, problems: object[]][] = [
    ["required and missing", field("f", { fieldRequirement: "REQUIRED" }), undefined, [required]],
    ["required and not known yet", field("f", { fieldRequirement: "REQUIRED" }), UNKNOWN, []],
    ["optional and missing", field("f"), undefined, []],
    ["of a requirement of the future", field("f", { fieldRequirement: "DESIRED" }), undefined, []],
    ["of a type of the future", field("f", { fieldType: "DATE" }), "any", []],

    ["empty", field("f"), "", [blank]],
    ["blank, whatever its pattern", text({ pattern: "^(?=\\s*\\S)[\\s\\S]+$", minLength: 9 }), " \n\u00a0", [blank]],
    ["too short", text({ minLength: 3 }), "ab", [{ code: "tooShort", length: 2, min: 3 }]],
    ["short enough", text({ minLength: 3, maxLength: 3 }), "abc", []],
    ["too long", text({ maxLength: 3 }), "abcd", [{ code: "tooLong", length: 4, max: 3 }]],
    ["too long for the API", field("f"), "x".repeat(2049), [{ code: "tooLong", length: 2049, max: 2048 }]],
    [
      "too long for the API and not for the form: both limits count",
      text({ maxLength: 4096 }),
      "x".repeat(2049),
      [{ code: "tooLong", length: 2049, max: 2048, formMax: 4096 }],
    ],
    ["limited by 0 or by an empty pattern, which says nothing", text({ maxLength: 0, pattern: "" }), "abc", []],
    ["against its pattern", text({ pattern: "[a-z]+" }), "a1", [{ code: "pattern", pattern: "[a-z]+" }]],
    [
      "too long and against its pattern: both are told",
      text({ maxLength: 1, pattern: "[a-z]+" }),
      "a1",
      [
        { code: "tooLong", length: 2, max: 1 },
        { code: "pattern", pattern: "[a-z]+" },
      ],
    ],

    ["text for a list", select("f", fruit), "APPLE", [type("text", "choices", { example: "APPLE" })]],
    ["text like an option for a list", select("f", fruit), "chery", [type("text", "choices", { example: "CHERRY" })]],
    [
      "text that lacks the punctuation of an option, and is as near to another one",
      select("f", ["100", "1,000"]),
      "1000",
      [type("text", "choices", { example: "1,000" })],
    ],
    ["list for a text", field("f"), ["a"], [type("choices", "text")]],
    ["attachment for a text", field("f"), { attachmentId: UNKNOWN }, [type("attachment", "text")]],
    ["text for an attachment", attachment, "proof.png", [type("text", "attachment")]],
    ["attachment that is a file name", attachment, { attachmentId: "proof.png" }, [{ code: "notAnAttachment" }]],
    [
      "attachment that is a registration",
      attachment,
      { attachmentId: "registration-1" },
      [{ code: "notAnAttachment" }],
    ],
    [
      "attachment that is the ARN of a number",
      attachment,
      { attachmentId: "arn:aws:sms-voice:us-east-1:111122223333:phone-number/phone-1" },
      [{ code: "notAnAttachment" }],
    ],
    ["attachment", attachment, { attachmentId: "attachment-1" }, []],
    [
      "attachment by its ARN",
      attachment,
      { attachmentId: "arn:aws:sms-voice:us-east-1:111122223333:registration-attachment/attachment-1" },
      [],
    ],

    ["choice of the options", select("f", fruit), ["APPLE"], []],
    ["choice that is not known yet", select("f", fruit), [UNKNOWN], []],
    ["choice that is no option", select("f", fruit), ["secret"], [unknownChoice(fruit, { position: 1 })]],
    [
      "choices, two of which are no options, one of them nearly",
      select("f", fruit, { selectValidation: { minChoices: 1, maxChoices: 5, options: fruit } }),
      ["secret", "APPLE", UNKNOWN, "cherri"],
      [unknownChoice(fruit, { position: 1 }, { position: 4, similar: "CHERRY" })],
    ],
    ["no choice", select("f", fruit), [], [choices("tooFewChoices", 0, 1, 1)]],
    [
      "too many choices, even if not known",
      select("f", fruit),
      ["APPLE", UNKNOWN],
      [choices("tooManyChoices", 2, 1, 1)],
    ],
    [
      "the same choice twice",
      select("f", fruit, { selectValidation: { minChoices: 1, maxChoices: 2, options: fruit } }),
      ["APPLE", "APPLE"],
      [{ code: "repeatedChoice", positions: [2] }],
    ],
    [
      "choices that are not known yet and need not be the same",
      select("f", fruit, { selectValidation: { minChoices: 1, maxChoices: 2, options: fruit } }),
      [UNKNOWN, UNKNOWN],
      [],
    ],
    [
      "choice as near to one option as to another",
      select("f", ["A1", "A2"]),
      ["A3"],
      [unknownChoice(["A1", "A2"], { position: 1, similar: "A1" })],
    ],
    ["choices without options to compare with", field("f", { fieldType: "SELECT" }), ["any"], []],
  ];
  for (const [why, definition, value, problems] of cases) {
    it(why, () => {
      assert.deepEqual(validate([definition], value === undefined ? {} : { f: value }), {
        problems: problems.map((problem) => ({ path: ["fields", "f"], ...problem })),
        warnings: [],
      });
    });
  }

  it("warns of a pattern that cannot be checked", () => {
    assert.deepEqual(validate([text({ pattern: "a++" })], { f: "aa" }), {
      problems: [],
      warnings: [{ path: ["fields", "f"], code: "uncheckedPattern", pattern: "a++" }],
    });
  });

  it("doubts a length that is wrong by one way to count only", () => {
    const doubt = (more: object) => ({
      problems: [],
      warnings: [{ path: ["fields", "f"], code: "doubtfulLength", characters: 3, utf16Units: 6, ...more }],
    });
    assert.deepEqual(
      [validate([text({ maxLength: 5 })], { f: "😀😀😀" }), validate([text({ minLength: 4 })], { f: "😀😀😀" })],
      [doubt({ limit: 5 }), doubt({ limit: 4 })],
    );
  });

  it("counts letters from right to left like all others", () => {
    assert.deepEqual(validate([text({ minLength: 4, maxLength: 4, pattern: "\\p{L}+" })], { f: "שלום" }).problems, []);
  });
});
