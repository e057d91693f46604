import assert from "node:assert/strict";
import type { FieldDefinition } from "../../../provider/lifecycle/form/definition";
import { UNKNOWN } from "../../../provider/lifecycle/problem";
import { definitionsOf, field, select, TOLL_FREE, validate, when } from "./forms";

const tollFree = definitionsOf("US_TOLL_FREE_REGISTRATION");
const attachment = field("f", { fieldType: "ATTACHMENT" });
const text = (textValidation: FieldDefinition["textValidation"], more = {}) => field("f", { textValidation, ...more });
const isA = [{ dependsOnFieldPath: "d", operator: "EQUALS", values: ["A"] }];

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

describe("a field with conditions", () => {
  const d = select("d", ["A", "B"]);
  const conditional = (ruleBehavior: string, defaultBehavior?: string) => [
    d,
    field("f", when(isA, ruleBehavior, defaultBehavior)),
  ];
  const limited = [d, text({ maxLength: 9, pattern: "[a-z]+", minLength: 2 }, when(isA, "REQUIRED"))];
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

describe("a whole form", () => {
  it("without a mistake has no problems and no warnings", () => {
    assert.deepEqual(validate(tollFree, TOLL_FREE), { problems: [], warnings: [] });
  });

  it("tells of twelve different mistakes at once, in its own order", () => {
    const { "companyInfo.website": _, ...rest } = TOLL_FREE;
    const { problems } = validate(tollFree, {
      "companyInfo.companyNmae": "x",
      ...rest,
      "companyInfo.companyName": "  ",
      "companyInfo.businessType": ["PRIVATE-PROFIT"],
      "companyInfo.taxIdCountry": "USA",
      "companyInfo.address1": ["1 Main Street"],
      "companyInfo.isoCountryCode": "us",
      "messagingUseCase.monthlyMessageVolume": "1000",
      "messagingUseCase.useCaseCategory": [],
      "messagingUseCase.optInType": ["TEXT", "VERBAL"],
      "messagingUseCase.optInImage": { attachmentId: "opt-in.png" },
      "messagingUseCase.useCaseDetails": "x".repeat(501),
      ["__proto__"]: "x",
    });
    assert.deepEqual(
      problems.map(({ path, code }) => `${path[1]} ${code}`),
      [
        "companyInfo.companyName blank",
        "companyInfo.website required",
        "companyInfo.businessType unknownChoice",
        "companyInfo.taxIdCountry tooLong",
        "companyInfo.taxIdCountry pattern",
        "companyInfo.address1 type",
        "companyInfo.isoCountryCode pattern",
        "messagingUseCase.monthlyMessageVolume type",
        "messagingUseCase.useCaseCategory tooFewChoices",
        "messagingUseCase.useCaseDetails tooLong",
        "messagingUseCase.optInType tooManyChoices",
        "messagingUseCase.optInImage notAnAttachment",
        "companyInfo.companyNmae unknownField",
        "__proto__ unknownField",
      ],
    );
  });

  it("suggests the field that was meant, by its spelling or in another section", () => {
    const given = [
      "companyInfo.companyNmae",
      "contactInfo.zipCode",
      "CompanyInfo.City",
      "nonsense",
      "__proto__",
      "constructor",
    ];
    const { problems } = validate(tollFree, {
      ...TOLL_FREE,
      ...Object.fromEntries(given.map((path) => [path, UNKNOWN])),
    });
    const meant = ["companyInfo.companyName", "companyInfo.zipCode", "companyInfo.city"];
    assert.deepEqual(
      problems,
      given.map((path, index) => ({
        path: ["fields", path],
        code: "unknownField",
        ...(meant[index] && { similar: meant[index] }),
      })),
    );
  });

  it("carries the service's own help", () => {
    const displayHints = {
      title: "Company name",
      shortDescription: "The legal name.",
      textValidationDescription: "1 to 100 characters",
      exampleTextValue: "Example Corp",
      documentationTitle: "Guide",
      documentationLink: "https://docs.example.com",
    };
    assert.deepEqual(validate([field("f", { fieldRequirement: "REQUIRED", displayHints })], {}).problems, [
      {
        path: ["fields", "f"],
        code: "required",
        help: {
          title: "Company name",
          description: "1 to 100 characters",
          example: "Example Corp",
          documentation: { title: "Guide", link: "https://docs.example.com" },
        },
      },
    ]);
  });

  it("may have 200 fields, and names such as __proto__ among them", () => {
    const paths = [...Array.from({ length: 198 }, (_, index) => `section.field${index}`), "__proto__", "constructor"];
    const definitions = paths.map((path) => field(path, { fieldRequirement: "REQUIRED" }));
    const fields = Object.fromEntries(paths.map((path, index) => [path, index % 2 === 0 ? "x" : ""]));
    assert.deepEqual(
      [validate(definitions, fields).problems, validate(definitions, {}).problems].map((found) => found.length),
      [100, 200],
    );
  });

  it("leaves what is no field value at all to the check of the arguments", () => {
    const definitions = [field("f", { fieldRequirement: "REQUIRED" })];
    const odd = [7, true, { attachmentId: 7 }, [7], {}, UNKNOWN];
    assert.deepEqual(
      odd.flatMap((value) => validate(definitions, { f: value }).problems),
      [],
    );
  });
});
