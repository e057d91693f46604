import assert from "node:assert/strict";
import { TOLL_FREE, TOLL_FREE_FIELDS } from "./forms";
import { Stack } from "./stack";

const SECRET = "98-7654321-SECRET";

/** Twelve mistakes of twelve kinds, in the order of the form. */
const MISTAKES: [path: string, value: unknown, told: RegExp][] = [
  ["companyInfo.companyName", "", /\(Company name\): the text is blank; leave the field out/],
  ["companyInfo.website", ["https://coffee.example.com"], /a text is expected, not a list of choices: write a text/],
  ["companyInfo.businessType", ["PRIVATE_PROFITS"], /choice 1 \(did you mean "PRIVATE_PROFIT"\?\)/],
  ["companyInfo.taxId", { $secret: SECRET.repeat(2) }, /at most 30 characters are expected, not 34/],
  [
    "companyInfo.taxIdAuthority",
    undefined,
    /a value is required when companyInfo\.businessType is not "SOLE_PROPRIETOR"/,
  ],
  ["companyInfo.isoCountryCode", "us", /does not match the form's pattern "\^\[A-Z\]\{2\}\$"/],
  ["contactInfo.lastName", 7, /a text, a list of choices, or \{ attachmentId \} is expected/],
  ["messagingUseCase.monthlyMessageVolume", ["10", "100"], /exactly 1 choice is expected, not 2/],
  ["messagingUseCase.useCaseCategory", [], /exactly 1 choice is expected, not 0/],
  ["messagingUseCase.optInImage", { attachmentId: "opt in.png" }, /the id of a registration attachment is expected/],
  ["messageSamples.sample1", "Hello", /the form has no such field/],
];

describe("a toll-free program with twelve mistakes, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  const { "messageSamples.messageSample1": sample, ...fields } = TOLL_FREE_FIELDS;

  it("is told all twelve by one `preview`, in the order of the form, without a write or a value", async () => {
    const mistakes = Object.fromEntries(MISTAKES.map(([path, value]) => [path, value]));
    stack.declare({
      resources: [
        { type: "Registration", name: "toll-free", args: TOLL_FREE },
        {
          type: "RegistrationVersion",
          name: "toll-free",
          args: {
            ...TOLL_FREE,
            registrationId: { $id: "toll-free" },
            fields: { "messageSamples.messageSample1": sample, ...fields, ...mistakes },
          },
        },
      ],
    });
    let printed = "";
    const calls = await stack.callsOf(async () => {
      printed = await stack.fails("preview");
    });
    const lines = printed.split("\n").filter((line) => /^ +error: .*fields\[|^ +error: .*associations/.test(line));
    const told = [...new Set(lines.map((line) => line.replace(/^ +error: /, "").trim()))];
    const expected = [...MISTAKES.map(([path, , words]) => [path, words] as const), ["associations", /phone-number/]];
    assert.equal(told.length, 12);
    for (const [index, [path, words]] of expected.entries()) {
      assert.ok(told[index]?.includes(String(path)), `${index}: ${path} in ${told[index]}`);
      assert.match(told[index] ?? "", words as RegExp);
    }
    assert.ok(!printed.includes(SECRET));
    assert.deepEqual(
      calls.filter((name) => !/^Describe|^List/.test(name)),
      [],
    );
  });
});
