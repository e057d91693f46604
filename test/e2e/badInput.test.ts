import assert from "node:assert/strict";
import { BRAND, BRAND_FIELDS } from "./forms";
import { Stack } from "./stack";

describe("bad input of a JavaScript program, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  /** What a preview says of the arguments of a RegistrationVersion, without a call that writes. */
  const preview = async (args: string) => {
    stack.declareText(`{ "resources": [{ "type": "RegistrationVersion", "name": "version", "args": ${args} }] }`);
    let printed = "";
    const calls = await stack.callsOf(async () => {
      printed = await stack.fails("preview");
    });
    assert.deepEqual(
      calls.filter((name) => !name.startsWith("Describe")),
      [],
    );
    return printed;
  };

  it("names every argument of a wrong type or value, and no stack trace", async () => {
    const printed = await preview(
      JSON.stringify({
        registrationId: 7,
        submit: "yes",
        awsReview: 1,
        whileInReview: "hope",
        waitFor: "godot",
        waitTimeout: 30,
        associations: "phone-1",
        validation: true,
        ignoreAdvice: ["everything"],
        resubmitTrigger: {},
        fields: ["companyInfo.city"],
      }),
    );
    for (const told of [
      "registrationId: a string is expected, not number",
      "submit: a boolean is expected, not string",
      "awsReview: a boolean is expected, not number",
      'whileInReview: "fail" or "wait" or "discard" is expected, not "hope"',
      'waitFor: "submitted" or "reviewing" or "approved" is expected, not "godot"',
      "waitTimeout: a string is expected, not number",
      "associations: a list of texts is expected, not string",
      "validation: a string is expected, not boolean",
      'ignoreAdvice["0"]: one of companyNotNamed',
      "resubmitTrigger: a string is expected, not object",
      "fields: an object of field path and value is expected",
    ]) {
      assert.ok(printed.includes(told), `${told} is missing in ${printed}`);
    }
    assert.doesNotMatch(printed, /\n +at .*\.js:/);
  });

  it("refuses `__proto__` as a field path, which would be lost on the way, and takes `constructor` for a path", async () => {
    const printed = await preview('{ "registrationId": "registration-1", "fields": { "__proto__": "x" } }');
    assert.match(printed, /error: .*fields\["__proto__"\]: no form has such a field/);
    assert.doesNotMatch(printed, /\n +at /);
    const { registrationType } = BRAND;
    const fields = { ...BRAND_FIELDS, constructor: "y", "a b": "z" };
    const other = await preview(JSON.stringify({ registrationId: "registration-1", registrationType, fields }));
    assert.match(other, /fields\.constructor: the form has no such field/);
    assert.match(
      other,
      /fields\["a b"\]: a field path such as companyInfo\.companyName, up to 100 characters is expected/,
    );
  });

  it("misses no argument in silence", async () => {
    const missing = await preview("{}");
    assert.match(missing, /registrationId: a string is expected, not nothing/);
    assert.match(missing, /fields: an object of field path and value is expected/);
  });

  it("says of ARNs of another region where they are, and where the resource is", async () => {
    const arn = (kind: string) => `arn:aws:sms-voice:eu-west-1:123456789012:${kind}-0123456789abcdef0123456789abcdef`;
    const [registrationId, number] = [arn("registration/registration"), arn("phone-number/phone")];
    const printed = await preview(JSON.stringify({ registrationId, associations: [number], fields: BRAND_FIELDS }));
    const told = "something in us-east-1, the resource's own region, is expected, not an ARN of eu-west-1";
    assert.ok(printed.includes(`registrationId: ${told}`), printed);
    assert.ok(printed.includes(`associations["0"]: ${told}`), printed);
  });
});

describe("a form of 200 fields in all scripts, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  it("arrives as it was declared, in two regions side by side", async () => {
    const texts = [
      "☕️ Kaffee & Kuchen 👩‍👩‍👧",
      "قهوة‏ טעימה",
      "\u202eright to left\u202c",
      'a "quoted" \\ line\nand another',
    ];
    const more = Object.fromEntries(
      Array.from({ length: 186 }, (_, index) => [`extra.field${index}`, texts[index % texts.length] as string]),
    );
    for (const FieldPath of Object.keys(more)) {
      await stack.control.defineField(BRAND.registrationType, {
        FieldPath,
        SectionPath: "extra",
        FieldType: "TEXT",
        FieldRequirement: "OPTIONAL",
        TextValidation: { MinLength: 1, MaxLength: 100, Pattern: "^[\\s\\S]+$" },
        DisplayHints: { Title: FieldPath, ShortDescription: "One more." },
      });
    }
    const fields = { ...BRAND_FIELDS, ...more };
    const regions = { oregon: "us-west-2", ohio: "us-east-2" };
    stack.declare({
      resources: Object.entries(regions).flatMap(([name, region]) => [
        { type: "Registration", name, args: { ...BRAND, region } },
        {
          type: "RegistrationVersion",
          name,
          args: { ...BRAND, registrationId: { $id: name }, region, fields: name === "oregon" ? fields : BRAND_FIELDS },
        },
      ]),
    });
    await stack.up("--skip-preview");
    for (const [name, region] of Object.entries(regions)) {
      const [registration, ...others] = (await stack.control.account({ region })).registrations;
      assert.deepEqual(others, []);
      assert.equal(registration?.registrationStatus, "SUBMITTED");
      assert.deepEqual(registration.versions[0]?.fields, name === "oregon" ? fields : BRAND_FIELDS);
    }
    assert.deepEqual((await stack.control.account({ region: "us-east-1" })).registrations, []);
    assert.deepEqual(await stack.callsOf(() => stack.pulumi.must("preview", "--expect-no-changes")), []);
  });
});
