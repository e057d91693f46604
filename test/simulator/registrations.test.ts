import assert from "node:assert/strict";
import { arn, brand, simulated, startSeconds } from "./simulated";

const tollFree = "US_TOLL_FREE_REGISTRATION";

describe("simulator: registrations", () => {
  const simulator = simulated();
  type Registrations = { Registrations: { RegistrationId: string; RegistrationStatus: string }[]; NextToken?: string };
  const described = async (request: object = {}) =>
    (await simulator.call<Registrations>("DescribeRegistrations", request)).Registrations.map(
      ({ RegistrationId }) => RegistrationId,
    );

  it("are of a known type", async () => {
    assert.deepEqual(await simulator.refusal("CreateRegistration", { RegistrationType: "CONSTRUCTOR" }), {
      code: "ValidationException",
      Reason: "UNKNOWN_REGISTRATION_TYPE",
    });
  });

  it("are limited by a quota", async () => {
    await simulator.control.settings({ quotas: { REGISTRATIONS_PER_ACCOUNT: 1 } });
    const RegistrationId = await simulator.registration();
    assert.deepEqual(await simulator.refusal("CreateRegistration", { RegistrationType: brand }), {
      code: "ServiceQuotaExceededException",
      Reason: "REGISTRATIONS_PER_ACCOUNT",
    });
    await simulator.call("DeleteRegistration", { RegistrationId });
    await simulator.registration();
  });

  describe("with a ClientToken", () => {
    const request = { RegistrationType: brand, Tags: [{ Key: "team", Value: "sms" }], ClientToken: "token-1" };

    it("are created once", async () => {
      const first = await simulator.call("CreateRegistration", request);
      const { Tags, RegistrationType } = request;
      const reordered = { ClientToken: "token-1", Tags: [{ Value: "sms", Key: "team" }], RegistrationType };
      assert.deepEqual(await simulator.call("CreateRegistration", reordered), first);
      assert.deepEqual(first.Tags, Tags);
      assert.equal((await described()).length, 1);
    });

    it("are refused when the request is another one", async () => {
      const { RegistrationId } = await simulator.call("CreateRegistration", request);
      assert.deepEqual(await simulator.refusal("CreateRegistration", { ...request, RegistrationType: tollFree }), {
        code: "ConflictException",
        Reason: "RESOURCE_ALREADY_EXISTS",
        ResourceType: "registration",
        ResourceId: RegistrationId,
      });
    });

    it("are created again when the first is deleted, or the deleted one is told, as the switch says", async () => {
      const { RegistrationId } = await simulator.call("CreateRegistration", request);
      await simulator.call("DeleteRegistration", { RegistrationId });
      await simulator.control.settings({ clientTokenAfterDelete: "remembered" });
      const remembered = await simulator.call("CreateRegistration", request);
      assert.deepEqual([remembered.RegistrationId, remembered.RegistrationStatus], [RegistrationId, "DELETED"]);
      await simulator.control.settings({ clientTokenAfterDelete: "forgotten" });
      const forgotten = await simulator.call("CreateRegistration", request);
      assert.notEqual(forgotten.RegistrationId, RegistrationId);
      assert.equal(forgotten.RegistrationStatus, "CREATED");
    });

    it("are of one account and region", async () => {
      const here = await simulator.call("CreateRegistration", request);
      const there = await simulator.call("CreateRegistration", request, { region: "eu-west-1" });
      assert.notEqual(here.RegistrationId, there.RegistrationId);
    });
  });

  it("are described by id, by ARN, by type and by status, oldest first", async () => {
    const [a, b] = [await simulator.registration(tollFree), await simulator.registration()];
    const c = await simulator.submitted();
    assert.deepEqual(await described(), [a, b, c]);
    assert.deepEqual(await described({ RegistrationIds: [c, arn("registration", a)] }), [a, c]);
    const filter = (Name: string, ...Values: string[]) => ({ Name, Values });
    assert.deepEqual(await described({ Filters: [filter("registration-type", brand)] }), [b, c]);
    assert.deepEqual(await described({ Filters: [filter("registration-status", "CREATED", "COMPLETE")] }), [a, b]);
    const both = [filter("registration-type", brand), filter("registration-status", "CREATED")];
    assert.deepEqual(await described({ Filters: both }), [b]);
    assert.deepEqual(await described({ RegistrationIds: [a], Filters: both }), []);
    const unknown = { Filters: [filter("registration-status", "NEW")] };
    assert.deepEqual(await simulator.refusal("DescribeRegistrations", unknown), {
      code: "ValidationException",
      Reason: "INVALID_FILTER_VALUES",
    });
  });

  it("of another region's ARN are not found", async () => {
    const id = await simulator.registration();
    const RegistrationIds = [arn("registration", id, "eu-west-1")];
    assert.deepEqual(await simulator.refusal("DescribeRegistrations", { RegistrationIds }), {
      code: "ResourceNotFoundException",
      ResourceType: "registration",
      ResourceId: RegistrationIds[0],
    });
  });

  it("are gone when they are deleted, or listed as DELETED, as the switch says", async () => {
    const RegistrationId = await simulator.registration();
    assert.deepEqual(await simulator.call("DeleteRegistration", { RegistrationId }), {
      RegistrationArn: arn("registration", RegistrationId),
      RegistrationId,
      RegistrationType: brand,
      RegistrationStatus: "DELETED",
      CurrentVersionNumber: 1,
      CreatedTimestamp: startSeconds,
    });
    const notFound = { code: "ResourceNotFoundException", ResourceType: "registration", ResourceId: RegistrationId };
    for (const operation of ["DeleteRegistration", "DescribeRegistrationVersions", "CreateRegistrationVersion"]) {
      assert.deepEqual(await simulator.refusal(operation, { RegistrationId }), notFound);
    }
    assert.deepEqual(await described(), []);
    await simulator.control.settings({ deleted: "listed" });
    assert.deepEqual(await described(), [RegistrationId]);
    assert.deepEqual(await simulator.refusal("DeleteRegistration", { RegistrationId }), notFound);
  });

  it("in review are not deleted, unless the switch allows it", async () => {
    const RegistrationId = await simulator.submitted();
    assert.deepEqual(await simulator.refusal("DeleteRegistration", { RegistrationId }), {
      code: "ConflictException",
      Reason: "RESOURCE_DELETION_NOT_ALLOWED",
      ResourceType: "registration",
      ResourceId: RegistrationId,
    });
    await simulator.control.settings({ deleteWhileInReview: "allowed" });
    await simulator.call("DeleteRegistration", { RegistrationId });
  });
});
