import assert from "node:assert/strict";
import { accountId, arn, brand, region, simulated } from "./simulated";

const campaign = "US_TEN_DLC_CAMPAIGN_REGISTRATION";
const tollFree = "US_TOLL_FREE_REGISTRATION";
const here = { accountId, region };

describe("simulator: associations", () => {
  const simulator = simulated();
  const associate = (RegistrationId: string, ResourceId: string) => ({ RegistrationId, ResourceId });
  const number = (numberType?: string) =>
    simulator.control.addPhoneNumber({ ...here, phoneNumber: "+18005550100", numberType });
  const conflict = (Reason: string, ResourceType: string, ResourceId: string) => ({
    code: "ConflictException",
    Reason,
    ResourceType,
    ResourceId,
  });

  it("of a toll-free registration with its number come before the submit", async () => {
    const RegistrationId = await simulator.registration(tollFree);
    const refused = await simulator.refusal("SubmitRegistrationVersion", { RegistrationId });
    assert.deepEqual(refused, conflict("SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED", "registration", RegistrationId));
    const { id, arn: ResourceArn } = await number("TOLL_FREE");
    const resource = {
      ResourceArn,
      ResourceId: id,
      ResourceType: "phone-number",
      IsoCountryCode: "US",
      PhoneNumber: "+18005550100",
    };
    const registration = {
      RegistrationArn: arn("registration", RegistrationId),
      RegistrationId,
      RegistrationType: tollFree,
    };
    const answer = await simulator.call("CreateRegistrationAssociation", associate(RegistrationId, id));
    assert.deepEqual(answer, { ...registration, ...resource });
    assert.deepEqual(await simulator.call("ListRegistrationAssociations", { RegistrationId }), {
      ...registration,
      RegistrationAssociations: [resource],
    });
    await simulator.fill(RegistrationId, tollFree);
    const AttachmentBody = Buffer.from("89504e470d0a1a0a", "hex").toString("base64");
    const { RegistrationAttachmentId } = await simulator.call("CreateRegistrationAttachment", { AttachmentBody });
    for (const [FieldPath, value] of Object.entries({
      "messagingUseCase.optInImage": { RegistrationAttachmentId },
      "companyInfo.taxId": { TextValue: "123456789" },
      "companyInfo.taxIdAuthority": { SelectChoices: ["EIN"] },
      "companyInfo.taxIdCountry": { TextValue: "US" },
    })) {
      await simulator.call("PutRegistrationFieldValue", { RegistrationId, FieldPath, ...value });
    }
    await simulator.call("SubmitRegistrationVersion", { RegistrationId });
    const again = await simulator.refusal(
      "CreateRegistrationAssociation",
      associate(RegistrationId, (await number()).id),
    );
    assert.deepEqual(again, conflict("RESOURCE_MODIFICATION_NOT_ALLOWED", "registration", RegistrationId));
  });

  it("of a campaign take a brand that is COMPLETE, by id or ARN", async () => {
    const RegistrationId = await simulator.registration(campaign);
    const brandId = await simulator.registration();
    const request = associate(RegistrationId, arn("registration", brandId));
    const early = await simulator.refusal("CreateRegistrationAssociation", request);
    assert.deepEqual(early, conflict("REGISTRATION_NOT_COMPLETE", "registration", brandId));
    await simulator.control.setStatus(brandId, { versionStatus: "APPROVED" });
    const { ResourceType, ResourceId, IsoCountryCode } = await simulator.call("CreateRegistrationAssociation", request);
    assert.deepEqual(
      { ResourceType, ResourceId, IsoCountryCode },
      { ResourceType: "registration", ResourceId: brandId, IsoCountryCode: undefined },
    );
    const inUse = await simulator.refusal("DeleteRegistration", { RegistrationId: brandId });
    assert.deepEqual(inUse, conflict("RESOURCE_DELETION_NOT_ALLOWED", "registration", brandId));
    await simulator.call("DeleteRegistration", { RegistrationId });
    await simulator.call("DeleteRegistration", { RegistrationId: brandId });
  });

  it("of a campaign with numbers come when it is complete, and go before it is deleted", async () => {
    const RegistrationId = await simulator.registration(campaign);
    const { id } = await number("TEN_DLC");
    const request = associate(RegistrationId, id);
    const early = await simulator.refusal("CreateRegistrationAssociation", request);
    assert.deepEqual(early, conflict("REGISTRATION_NOT_COMPLETE", "registration", RegistrationId));
    await simulator.control.setStatus(RegistrationId, { versionStatus: "APPROVED" });
    await simulator.call("CreateRegistrationAssociation", request);
    const notEmpty = await simulator.refusal("DeleteRegistration", { RegistrationId });
    assert.deepEqual(notEmpty, conflict("RESOURCE_NOT_EMPTY", "registration", RegistrationId));
    await simulator.control.release(id);
    await simulator.call("DeleteRegistration", { RegistrationId });
  });

  it("are made once, and a number's only with one registration", async () => {
    const [a, b] = [await simulator.registration(tollFree), await simulator.registration(tollFree)];
    const { id } = await number();
    await simulator.call("CreateRegistrationAssociation", associate(a, id));
    const exists = conflict("RESOURCE_ALREADY_ASSOCIATED", "phone-number", id);
    assert.deepEqual(await simulator.refusal("CreateRegistrationAssociation", associate(a, id)), exists);
    assert.deepEqual(await simulator.refusal("CreateRegistrationAssociation", associate(b, id)), exists);
  });

  it("are limited by a quota", async () => {
    await simulator.control.settings({ quotas: { ASSOCIATIONS_PER_REGISTRATION: 0 } });
    const request = associate(await simulator.registration(tollFree), (await number()).id);
    assert.deepEqual(await simulator.refusal("CreateRegistrationAssociation", request), {
      code: "ServiceQuotaExceededException",
      Reason: "ASSOCIATIONS_PER_REGISTRATION",
    });
  });

  it("are refused where the type does not support them", async () => {
    const RegistrationId = await simulator.registration();
    const unsupported = { code: "ValidationException", Reason: "INVALID_REGISTRATION_ASSOCIATION" };
    const resources = [(await number()).id, RegistrationId];
    const { id: senderId } = await simulator.control.addSenderId({
      ...here,
      senderId: "EXAMPLE",
      isoCountryCode: "ID",
    });
    for (const resource of [...resources, senderId]) {
      const request = associate(RegistrationId, resource);
      assert.deepEqual(await simulator.refusal("CreateRegistrationAssociation", request), unsupported);
    }
    const wrongKind = associate(await simulator.registration(tollFree), (await number("TEN_DLC")).id);
    assert.deepEqual(await simulator.refusal("CreateRegistrationAssociation", wrongKind), unsupported);
  });

  it("with what is not there are not found", async () => {
    const RegistrationId = await simulator.registration(tollFree);
    for (const [ResourceId, ResourceType] of [
      ["phone-1", "phone-number"],
      ["registration-1", "registration"],
      ["EXAMPLE/ID", "sender-id"],
    ] as const) {
      assert.deepEqual(
        await simulator.refusal("CreateRegistrationAssociation", associate(RegistrationId, ResourceId)),
        {
          code: "ResourceNotFoundException",
          ResourceType,
          ResourceId,
        },
      );
    }
  });

  it("with a sender id are made by the approval", async () => {
    const RegistrationId = await simulator.registration("ID_SENDER_ID_REGISTRATION");
    const FieldPath = "senderIdInfo.senderId";
    await simulator.call("PutRegistrationFieldValue", { RegistrationId, FieldPath, TextValue: "EXAMPLE" });
    await simulator.control.setStatus(RegistrationId, { versionStatus: "APPROVED" });
    const { RegistrationAssociations } = await simulator.call("ListRegistrationAssociations", { RegistrationId });
    assert.deepEqual(RegistrationAssociations, [
      {
        ResourceArn: arn("sender-id", "EXAMPLE/ID"),
        ResourceId: "EXAMPLE/ID",
        ResourceType: "sender-id",
        IsoCountryCode: "ID",
      },
    ]);
    const filtered = async (Name: string, Value: string) => {
      const Filters = [{ Name, Values: [Value] }];
      type Associations = { RegistrationAssociations: object[] };
      const answer = await simulator.call<Associations>("ListRegistrationAssociations", { RegistrationId, Filters });
      return answer.RegistrationAssociations.length;
    };
    assert.deepEqual(
      [
        await filtered("resource-type", "sender-id"),
        await filtered("resource-type", "phone-number"),
        await filtered("iso-country-code", "ID"),
        await filtered("iso-country-code", "US"),
      ],
      [1, 0, 1, 0],
    );
  });

  it("end when the number is released, which closes a toll-free registration", async () => {
    const RegistrationId = await simulator.registration(tollFree);
    const { id } = await number();
    await simulator.call("CreateRegistrationAssociation", associate(RegistrationId, id));
    await simulator.control.setStatus(RegistrationId, { versionStatus: "APPROVED" });
    await simulator.control.release(id);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["APPROVED", "CLOSED"]);
    await simulator.call("DeleteRegistration", { RegistrationId });
  });

  it("that types support are described, and filtered by", async () => {
    type Types = { RegistrationTypeDefinitions: { RegistrationType: string }[] };
    const types = async (request: object) =>
      (await simulator.call<Types>("DescribeRegistrationTypeDefinitions", request)).RegistrationTypeDefinitions.map(
        ({ RegistrationType }) => RegistrationType,
      );
    const filter = (Name: string, Value: string) => ({ Filters: [{ Name, Values: [Value] }] });
    const vetting = "US_TEN_DLC_BRAND_VETTING";
    assert.deepEqual(await types({}), ["ID_SENDER_ID_REGISTRATION", brand, vetting, campaign, tollFree]);
    assert.deepEqual(await types({ RegistrationTypes: [tollFree, brand] }), [brand, tollFree]);
    assert.deepEqual(await types(filter("supported-association-resource-type", "registration")), [vetting, campaign]);
    assert.deepEqual(await types(filter("supported-association-iso-country-code", "US")), [campaign, tollFree]);
    assert.equal(
      (await simulator.refusal("DescribeRegistrationTypeDefinitions", { RegistrationTypes: ["NONE"] })).Reason,
      "UNKNOWN_REGISTRATION_TYPE",
    );
  });
});
