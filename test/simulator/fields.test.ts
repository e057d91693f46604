import assert from "node:assert/strict";
import { simulated } from "./simulated";

const campaign = "US_TEN_DLC_CAMPAIGN_REGISTRATION";

describe("simulator: field values", () => {
  const simulator = simulated();
  const invalid = (Name: string, Message: string) => ({
    code: "ValidationException",
    Reason: "FIELD_VALIDATION_FAILED",
    Fields: [{ Name, Message }],
  });

  it("are put, replaced and deleted", async () => {
    const RegistrationId = await simulator.registration();
    const FieldPath = "companyInfo.city";
    for (const TextValue of ["Seattle", "Portland"]) {
      const answer = await simulator.call("PutRegistrationFieldValue", { RegistrationId, FieldPath, TextValue });
      const { RegistrationArn, ...echo } = answer;
      assert.deepEqual(echo, { RegistrationId, VersionNumber: 1, FieldPath, TextValue });
    }
    const deleted = await simulator.call("DeleteRegistrationFieldValue", { RegistrationId, FieldPath });
    const { RegistrationArn, ...echo } = deleted;
    assert.deepEqual(echo, { RegistrationId, VersionNumber: 1, FieldPath, TextValue: "Portland" });
    const again = await simulator.call("DeleteRegistrationFieldValue", { RegistrationId, FieldPath });
    assert.deepEqual(again, { RegistrationArn, RegistrationId, VersionNumber: 1, FieldPath });
    const { RegistrationFieldValues } = await simulator.call("DescribeRegistrationFieldValues", { RegistrationId });
    assert.deepEqual(RegistrationFieldValues, []);
  });

  it("have exactly one form", async () => {
    const RegistrationId = await simulator.registration();
    const request = { RegistrationId, FieldPath: "companyInfo.city" };
    assert.deepEqual(await simulator.refusal("PutRegistrationFieldValue", request), {
      code: "ValidationException",
      Reason: "MISSING_PARAMETER",
    });
    const both = { ...request, TextValue: "Seattle", SelectChoices: ["Seattle"] };
    assert.deepEqual(await simulator.refusal("PutRegistrationFieldValue", both), {
      code: "ValidationException",
      Reason: "PARAMETERS_CANNOT_BE_USED_TOGETHER",
    });
  });

  it("belong to fields that the form has, however they are called", async () => {
    const RegistrationId = await simulator.registration();
    for (const FieldPath of ["companyInfo.none", "__proto__", "constructor", "companyInfo"]) {
      for (const operation of ["PutRegistrationFieldValue", "DeleteRegistrationFieldValue"]) {
        const value = operation.startsWith("Put") ? { TextValue: "x" } : {};
        assert.deepEqual(await simulator.refusal(operation, { RegistrationId, FieldPath, ...value }), {
          code: "ValidationException",
          Reason: "UNKNOWN_REGISTRATION_FIELD",
        });
      }
    }
    await simulator.control.setFieldValue(RegistrationId, "__proto__", "odd");
    const [registration] = (await simulator.control.account()).registrations;
    assert.deepEqual(Object.entries(registration?.versions[0]?.fields ?? {}), [["__proto__", "odd"]]);
  });

  const wrong: [string, string, object, string][] = [
    [
      "a text that is too long",
      "companyInfo.state",
      { TextValue: "x".repeat(51) },
      "must have at most 50 characters, has 51",
    ],
    [
      "a text that is too short",
      "companyInfo.isoCountryCode",
      { TextValue: "U" },
      "must have at least 2 characters, has 1",
    ],
    ["a text against the pattern", "companyInfo.isoCountryCode", { TextValue: "us" }, "must match ^[A-Z]{2}$"],
    ["a blank text", "companyInfo.city", { TextValue: "  " }, "must match ^(?=\\s*\\S)[\\s\\S]+$"],
    ["choices for a text", "companyInfo.city", { SelectChoices: ["Seattle"] }, "takes TextValue, not SelectChoices"],
    ["a text for choices", "contactInfo.vertical", { TextValue: "RETAIL" }, "takes SelectChoices, not TextValue"],
    [
      "an attachment for a text",
      "companyInfo.city",
      { RegistrationAttachmentId: "attachment-1" },
      "takes TextValue, not RegistrationAttachmentId",
    ],
    [
      "an unknown choice",
      "companyInfo.legalType",
      { SelectChoices: ["LLC"] },
      "must be of: PRIVATE_PROFIT, PUBLIC_PROFIT, NON_PROFIT, GOVERNMENT",
    ],
    ["no choice", "companyInfo.legalType", { SelectChoices: [] }, "must have 1 choices, has 0"],
    [
      "too many choices",
      "companyInfo.legalType",
      { SelectChoices: ["NON_PROFIT", "GOVERNMENT"] },
      "must have 1 choices, has 2",
    ],
  ];
  for (const [name, FieldPath, value, message] of wrong) {
    it(`are checked: ${name}`, async () => {
      const RegistrationId = await simulator.registration();
      const refused = await simulator.refusal("PutRegistrationFieldValue", { RegistrationId, FieldPath, ...value });
      assert.deepEqual(refused, invalid(FieldPath, message));
    });
  }

  it("are checked: a choice given twice", async () => {
    const RegistrationId = await simulator.registration(campaign);
    const FieldPath = "campaignUseCase.subUseCases";
    const SelectChoices = ["MARKETING", "MARKETING"];
    const refused = await simulator.refusal("PutRegistrationFieldValue", { RegistrationId, FieldPath, SelectChoices });
    assert.deepEqual(refused, invalid(FieldPath, "must not repeat a choice"));
  });

  it("are limited by the operation as well as by the form", async () => {
    const RegistrationId = await simulator.registration(campaign);
    const FieldPath = "campaignInfo.campaignName";
    const put = (TextValue: string) => ({ RegistrationId, FieldPath, TextValue });
    await simulator.call("PutRegistrationFieldValue", put("x".repeat(2048)));
    assert.deepEqual(await simulator.refusal("PutRegistrationFieldValue", put("x".repeat(2049))), {
      code: "ValidationException",
      Reason: "INVALID_PARAMETER",
      Fields: [{ Name: "TextValue", Message: "Member must have length less than or equal to 2048" }],
    });
  });

  it("of a REQUIRED field cannot be deleted, with deleteRequiredField: refused", async () => {
    await simulator.control.settings({ deleteRequiredField: "refused" });
    const request = { RegistrationId: await simulator.registration(), FieldPath: "companyInfo.city" };
    assert.deepEqual(await simulator.refusal("DeleteRegistrationFieldValue", request), {
      code: "ValidationException",
      Reason: "REGISTRATION_FIELD_CANNOT_BE_DELETED",
    });
  });

  it("are described by section and by path, in the order of the form", async () => {
    const RegistrationId = await simulator.registration();
    const texts = { "contactInfo.website": "https://b.example", "companyInfo.city": "C", "companyInfo.address": "A" };
    for (const [FieldPath, TextValue] of Object.entries(texts)) {
      await simulator.call("PutRegistrationFieldValue", { RegistrationId, FieldPath, TextValue });
    }
    type Values = { RegistrationFieldValues: { FieldPath: string }[] };
    const paths = async (request: object) =>
      (
        await simulator.call<Values>("DescribeRegistrationFieldValues", { RegistrationId, ...request })
      ).RegistrationFieldValues.map(({ FieldPath }) => FieldPath);
    assert.deepEqual(await paths({}), ["companyInfo.address", "companyInfo.city", "contactInfo.website"]);
    assert.deepEqual(await paths({ SectionPath: "contactInfo" }), ["contactInfo.website"]);
    assert.deepEqual(await paths({ FieldPaths: ["companyInfo.city", "companyInfo.state"] }), ["companyInfo.city"]);
    const refused = (request: object) =>
      simulator.refusal("DescribeRegistrationFieldValues", { RegistrationId, ...request });
    const code = "ValidationException";
    assert.deepEqual(await refused({ SectionPath: "none" }), { code, Reason: "UNKNOWN_REGISTRATION_SECTION" });
    assert.deepEqual(await refused({ FieldPaths: ["none"] }), { code, Reason: "UNKNOWN_REGISTRATION_FIELD" });
    assert.deepEqual(await refused({ VersionNumber: 2 }), { code, Reason: "UNKNOWN_REGISTRATION_VERSION" });
  });

  it("show late, to reads and to submit, as the settings say", async () => {
    const RegistrationId = await simulator.registration();
    await simulator.fill(RegistrationId);
    await simulator.control.settings({ putVisibleAfterReads: 1 });
    const FieldPath = "companyInfo.city";
    const shown = async () => {
      const values = await simulator.call("DescribeRegistrationFieldValues", {
        RegistrationId,
        FieldPaths: [FieldPath],
      });
      return values.RegistrationFieldValues;
    };
    await simulator.call("PutRegistrationFieldValue", { RegistrationId, FieldPath, TextValue: "Portland" });
    assert.deepEqual(await shown(), [{ FieldPath, TextValue: "Seattle" }]);
    assert.deepEqual(await shown(), [{ FieldPath, TextValue: "Portland" }]);
    await simulator.call("DeleteRegistrationFieldValue", { RegistrationId, FieldPath });
    assert.deepEqual(await shown(), [{ FieldPath, TextValue: "Portland" }]);
    assert.deepEqual(await shown(), []);
    await simulator.call("PutRegistrationFieldValue", { RegistrationId, FieldPath, TextValue: "Seattle" });
    const early = await simulator.refusal("SubmitRegistrationVersion", { RegistrationId });
    assert.equal(early.Reason, "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED");
    await simulator.call("SubmitRegistrationVersion", { RegistrationId });
  });

  it("show after a time, as the settings say", async () => {
    await simulator.control.settings({ putVisibleAfterMs: 2000 });
    const RegistrationId = await simulator.registration();
    await simulator.fill(RegistrationId);
    assert.equal((await simulator.refusal("SubmitRegistrationVersion", { RegistrationId })).code, "ConflictException");
    await simulator.control.advanceClock(2000);
    await simulator.call("SubmitRegistrationVersion", { RegistrationId });
  });
});
