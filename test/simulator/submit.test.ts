import assert from "node:assert/strict";
import type { FieldDefinition } from "../../simulator";
import { resolve } from "../../simulator/forms/condition";
import { formProblems } from "../../simulator/forms/validate";
import { brand, simulated } from "./simulated";

describe("simulator: a submit", () => {
  const simulator = simulated();
  const city = "companyInfo.city";
  async function withoutCity(): Promise<string> {
    const RegistrationId = await simulator.registration();
    await simulator.fill(RegistrationId);
    await simulator.call("DeleteRegistrationFieldValue", { RegistrationId, FieldPath: city });
    return RegistrationId;
  }

  it("of an incomplete form is refused, the version stays a draft", async () => {
    const RegistrationId = await withoutCity();
    const { body } = await simulator.send("SubmitRegistrationVersion", JSON.stringify({ RegistrationId }));
    assert.deepEqual(body, {
      __type: "com.amazonaws.pinpointsmsvoicev2#ConflictException",
      Message: `Conflict Occurred - Reason="SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED" ResourceType="registration" ResourceId="${RegistrationId}"`,
      Reason: "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED",
      ResourceType: "registration",
      ResourceId: RegistrationId,
    });
    const explanation = (await simulator.control.calls()).at(-1)?.explanation;
    assert.equal(explanation, "Version 1 cannot be submitted: companyInfo.city is required");
    assert.deepEqual(await simulator.statuses(RegistrationId), ["DRAFT", "CREATED"]);
  });

  it("of an incomplete form is refused as invalid, with incompleteForm: invalid", async () => {
    await simulator.control.settings({ incompleteForm: "invalid" });
    assert.deepEqual(await simulator.refusal("SubmitRegistrationVersion", { RegistrationId: await withoutCity() }), {
      code: "ValidationException",
      Reason: "FIELD_VALIDATION_FAILED",
      Fields: [{ Name: city, Message: "is required" }],
    });
  });

  it("of an incomplete form is accepted and denied soon, with incompleteForm: deny", async () => {
    await simulator.control.settings({ incompleteForm: "deny", automaticDenialAfterMs: 3000 });
    const RegistrationId = await withoutCity();
    await simulator.control.review(RegistrationId, [{ status: "APPROVED" }]);
    await simulator.call("SubmitRegistrationVersion", { RegistrationId });
    assert.deepEqual(await simulator.statuses(RegistrationId), ["SUBMITTED", "SUBMITTED"]);
    await simulator.control.advanceClock(3000);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["DENIED", "REQUIRES_UPDATES"]);
    const [registration] = (await simulator.control.account()).registrations;
    const { deniedReasons, fieldFeedback } = registration?.versions[0] ?? {};
    assert.deepEqual(
      { deniedReasons, fieldFeedback },
      {
        deniedReasons: [{ Reason: "INCOMPLETE_FORM", ShortDescription: "Fields are missing or not valid." }],
        fieldFeedback: [{ FieldPath: city, DeniedReason: "companyInfo.city is required" }],
      },
    );
    const values = await simulator.call("DescribeRegistrationFieldValues", { RegistrationId, FieldPaths: [city] });
    assert.deepEqual(values.RegistrationFieldValues, [
      { FieldPath: city, DeniedReason: "companyInfo.city is required" },
    ]);
  });

  it("knows fields that the form asks for by now", async () => {
    const RegistrationId = await simulator.registration();
    await simulator.fill(RegistrationId);
    await simulator.control.defineField(brand, {
      FieldPath: "contactInfo.privacyPolicyUrl",
      FieldRequirement: "REQUIRED",
    });
    await simulator.control.settings({ incompleteForm: "invalid" });
    const refused = await simulator.refusal("SubmitRegistrationVersion", { RegistrationId });
    assert.deepEqual(refused.Fields, [{ Name: "contactInfo.privacyPolicyUrl", Message: "is required" }]);
    const put = { RegistrationId, FieldPath: "contactInfo.privacyPolicyUrl", TextValue: "https://example.com" };
    await simulator.call("PutRegistrationFieldValue", put);
    await simulator.call("SubmitRegistrationVersion", { RegistrationId });
  });

  it("applies conditions: a public company has a stock symbol", async () => {
    await simulator.control.settings({ incompleteForm: "invalid" });
    const RegistrationId = await simulator.registration();
    await simulator.fill(RegistrationId);
    const put = { RegistrationId, FieldPath: "companyInfo.legalType", SelectChoices: ["PUBLIC_PROFIT"] };
    await simulator.call("PutRegistrationFieldValue", put);
    const refused = await simulator.refusal("SubmitRegistrationVersion", { RegistrationId });
    assert.deepEqual(refused.Fields, [
      { Name: "companyInfo.stockSymbol", Message: "is required" },
      { Name: "companyInfo.stockExchange", Message: "is required" },
      { Name: "companyInfo.businessContactEmail", Message: "is required" },
    ]);
  });

  it("applies the validation of a condition, and refuses what it disallows", async () => {
    const condition = (RuleBehavior: string, ConditionalValidation?: object) => ({
      FieldPath: city,
      FieldRequirement: "CONDITIONAL" as const,
      ConditionalBehavior: {
        Rules: [
          {
            Conditions: [{ DependsOnFieldPath: "companyInfo.state", Operator: "EQUALS", Values: ["WA"] }],
            RuleBehavior,
            ...(ConditionalValidation && { ConditionalValidation }),
          },
        ],
        DefaultBehavior: "OPTIONAL",
      },
    });
    const RegistrationId = await simulator.registration();
    await simulator.fill(RegistrationId);
    const code = "ValidationException";
    const Reason = "FIELD_VALIDATION_FAILED";
    await simulator.control.defineField(brand, condition("DISALLOWED"));
    assert.deepEqual(await simulator.refusal("SubmitRegistrationVersion", { RegistrationId }), {
      code,
      Reason,
      Fields: [{ Name: city, Message: "is not allowed here" }],
    });
    await simulator.control.defineField(brand, condition("REQUIRED", { MaxLength: 3 }));
    assert.deepEqual(await simulator.refusal("SubmitRegistrationVersion", { RegistrationId }), {
      code,
      Reason,
      Fields: [{ Name: city, Message: "must have at most 3 characters, has 7" }],
    });
  });
});

describe("simulator: a condition", () => {
  const field = (Operator: string, Values?: string[]): FieldDefinition => ({
    SectionPath: "s",
    FieldPath: "s.field",
    FieldType: "TEXT",
    FieldRequirement: "CONDITIONAL",
    DisplayHints: { Title: "", ShortDescription: "" },
    ConditionalBehavior: {
      Rules: [{ Conditions: [{ DependsOnFieldPath: "s.other", Operator, Values }], RuleBehavior: "REQUIRED" }],
      DefaultBehavior: "DISALLOWED",
    },
  });
  const behaviour = (definition: FieldDefinition, other?: string | string[] | { attachmentId: string }) =>
    resolve(definition, new Map(other === undefined ? [] : [["s.other", other]])).RuleBehavior;
  const cases: [string, string[] | undefined, Parameters<typeof behaviour>[1], boolean][] = [
    ["EQUALS", ["a"], "a", true],
    ["EQUALS", ["a"], ["a"], true],
    ["EQUALS", ["a"], "b", false],
    ["EQUALS", ["a"], undefined, false],
    ["NOT_EQUALS", ["a"], "b", true],
    ["NOT_EQUALS", ["a"], "a", false],
    ["NOT_EQUALS", ["a"], undefined, true],
    ["IN", ["a", "b"], ["b"], true],
    ["IN", ["a", "b"], ["c"], false],
    ["NOT_IN", ["a", "b"], ["c"], true],
    ["NOT_IN", ["a", "b"], ["b"], false],
    ["HAS_VALUE", undefined, { attachmentId: "attachment-1" }, true],
    ["HAS_VALUE", undefined, undefined, false],
    ["NO_VALUE", undefined, undefined, true],
    ["NO_VALUE", undefined, [], true],
    ["NO_VALUE", undefined, "a", false],
    ["STARTS_WITH", ["a"], "a", false],
  ];
  for (const [operator, values, other, holds] of cases) {
    it(`${operator} ${values ?? ""} ${holds ? "holds" : "does not hold"} for ${JSON.stringify(other) ?? "no value"}`, () => {
      assert.equal(behaviour(field(operator, values), other), holds ? "REQUIRED" : "DISALLOWED");
    });
  }

  it("lets the first rule win whose conditions all hold", () => {
    const definition = field("HAS_VALUE");
    definition.ConditionalBehavior?.Rules.unshift({
      Conditions: [
        { DependsOnFieldPath: "s.other", Operator: "EQUALS", Values: ["a"] },
        { DependsOnFieldPath: "s.third", Operator: "HAS_VALUE" },
      ],
      RuleBehavior: "OPTIONAL",
    });
    assert.equal(behaviour(definition, "a"), "REQUIRED");
    const both = new Map([
      ["s.other", "a"],
      ["s.third", "x"],
    ]);
    assert.equal(resolve(definition, both).RuleBehavior, "OPTIONAL");
  });

  it("that a CONDITIONAL field lacks makes it optional", () => {
    const { ConditionalBehavior, ...definition } = field("EQUALS");
    assert.deepEqual(formProblems([definition], new Map()), { missing: [], wrong: [] });
  });
});
