import assert from "node:assert/strict";
import { printFormProblem, printFormWarning } from "../../../provider/lifecycle/form/printProblem";
import type { FormProblem, FormWarning } from "../../../provider/lifecycle/form/problem";

const path = ["fields", "companyInfo.taxId"];
const where = 'fields["companyInfo.taxId"]';
const help = {
  title: "Tax ID",
  description: "9 digits",
  example: "123456789",
  documentation: { title: "Tax IDs", link: "https://docs.example.com/tax" },
};
const conditions = (operator: string, ...values: string[]) => [
  { dependsOnFieldPath: "companyInfo.type", operator, values },
];

describe("a problem of a form, in words", () => {
  const cases: [FormProblem, string][] = [
    [{ path, code: "required" }, "a value is required."],
    [
      { path, code: "required", help },
      'a value is required. 9 digits. For example: "123456789". See Tax IDs: https://docs.example.com/tax',
    ],
    [
      { path, code: "required", help: { description: "Two\n  lines.", documentation: { link: "https://x.example" } } },
      "a value is required. Two lines. See https://x.example",
    ],
    [
      { path, code: "required", when: [...conditions("IN", "A", "B"), ...conditions("HAS_VALUE")] },
      'a value is required when companyInfo.type is "A" or "B" and companyInfo.type has a value.',
    ],
    [
      { path, code: "disallowed", when: conditions("NOT_EQUALS", "A") },
      'no value is allowed when companyInfo.type is not "A"; leave the field out.',
    ],
    [{ path, code: "unknownField" }, "the form has no such field."],
    [{ path, code: "unknownField", similar: "a.b" }, 'the form has no such field; did you mean "a.b"?'],
    [
      { path, code: "type", given: "text", expected: "choices", example: "EIN" },
      'a list of choices is expected, not a text: write a list: ["EIN"].',
    ],
    [
      { path, code: "type", given: "choices", expected: "text" },
      'a text is expected, not a list of choices: write a text: "...".',
    ],
    [
      { path, code: "type", given: "text", expected: "attachment" },
      "an attachment is expected, not a text: write { attachmentId: ... }.",
    ],
    [{ path, code: "blank" }, "the text is blank; leave the field out if it has no value."],
    [{ path, code: "tooShort", length: 3, min: 9 }, "at least 9 characters are expected, not 3."],
    [{ path, code: "tooLong", length: 30, max: 21 }, "at most 21 characters are expected, not 30."],
    [
      { path, code: "tooLong", length: 3000, max: 2048, formMax: 4096 },
      "at most 2048 characters are expected, not 3000 (the form would take 4096, but the API does not).",
    ],
    [{ path, code: "pattern", pattern: "\\d{9}" }, 'the text does not match the form\'s pattern "\\d{9}".'],
    [
      {
        path,
        code: "unknownChoice",
        choices: [{ position: 1 }, { position: 2, similar: "EIN" }],
        options: ["EIN", "VAT"],
      },
      'choice 1, choice 2 (did you mean "EIN"?): not among the options "EIN", "VAT".',
    ],
    [{ path, code: "repeatedChoice", positions: [2, 3] }, "choice 2, choice 3: the same as an earlier choice."],
    [{ path, code: "tooFewChoices", count: 0, min: 1, max: 1 }, "exactly 1 choice is expected, not 0."],
    [{ path, code: "tooFewChoices", count: 0, min: 1 }, "at least 1 choice is expected, not 0."],
    [{ path, code: "tooManyChoices", count: 6, min: 1, max: 5 }, "1 to 5 choices are expected, not 6."],
    [{ path, code: "notAnAttachment" }, "the id of a registration attachment is expected, and this is none."],
  ];
  for (const [problem, words] of cases) {
    it(words, () => {
      const title = "help" in problem && problem.help?.title ? ` (${problem.help.title})` : "";
      assert.equal(printFormProblem(problem), `${where}${title}: ${words}`);
    });
  }

  it("names what must be associated", () => {
    const missing: FormProblem = { code: "missingAssociation", path: ["associations"], resourceType: "phone-number" };
    assert.deepEqual([missing, { ...missing, isoCountryCode: "US" }].map(printFormProblem), [
      "associations: a phone-number must be associated with the registration before its form is submitted: name its id here.",
      "associations: a phone-number of US must be associated with the registration before its form is submitted: name its id here.",
    ]);
  });
});

describe("a warning about a form, in words", () => {
  const cases: [FormWarning, string][] = [
    [
      { path, code: "uncheckedPattern", pattern: "a++" },
      `${where}: the form's pattern "a++" cannot be checked here, so only the service will tell.`,
    ],
    [
      { path, code: "doubtfulLength", characters: 3, utf16Units: 6, limit: 5 },
      `${where}: 3 characters (6 UTF-16 units) may be beyond the limit of 5; nothing says how the service counts.`,
    ],
    [
      { code: "advice", name: "optOutNotMentioned", paths: [path, ["fields", "b"]] },
      `${where}, fields.b: reviewers expect to read how to opt out, such as "Reply STOP to unsubscribe" (advice "optOutNotMentioned").`,
    ],
  ];
  for (const [warning, words] of cases) {
    it(words, () => {
      assert.equal(printFormWarning(warning), words);
    });
  }
});
