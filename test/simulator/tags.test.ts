import assert from "node:assert/strict";
import { arn, brand, simulated } from "./simulated";

describe("simulator: tags", () => {
  const simulator = simulated();
  const tags = (count: number, prefix = "key") =>
    Array.from({ length: count }, (_, n) => ({ Key: `${prefix}${n}`, Value: String(n) }));
  const refused = (code: string, Reason: string) => ({ code, Reason });

  it("are set, overwritten and removed by ARN", async () => {
    const ResourceArn = arn("registration", await simulator.registration());
    assert.deepEqual(await simulator.call("TagResource", { ResourceArn, Tags: tags(2) }), {});
    await simulator.call("TagResource", {
      ResourceArn,
      Tags: [
        { Key: "key1", Value: "new" },
        { Key: "__proto__", Value: "" },
      ],
    });
    assert.deepEqual(await simulator.call("UntagResource", { ResourceArn, TagKeys: ["key0", "absent"] }), {});
    assert.deepEqual(await simulator.call("ListTagsForResource", { ResourceArn }), {
      ResourceArn,
      Tags: [
        { Key: "key1", Value: "new" },
        { Key: "__proto__", Value: "" },
      ],
    });
  });

  it("are at most 200 on a resource", async () => {
    const Tags = tags(200);
    const { RegistrationArn } = await simulator.call("CreateRegistration", { RegistrationType: brand, Tags });
    await simulator.call("TagResource", { ResourceArn: RegistrationArn, Tags });
    const more = { ResourceArn: RegistrationArn, Tags: tags(1, "other") };
    assert.deepEqual(
      await simulator.refusal("TagResource", more),
      refused("ServiceQuotaExceededException", "TAGS_PER_RESOURCE"),
    );
  });

  it("have keys that are unique and not AWS's own", async () => {
    for (const Tags of [[...tags(1), ...tags(1)], [{ Key: "AWS:name", Value: "x" }]]) {
      const request = { RegistrationType: brand, Tags };
      assert.deepEqual(
        await simulator.refusal("CreateRegistration", request),
        refused("ValidationException", "INVALID_PARAMETER"),
      );
    }
  });

  it("belong to resources that are there", async () => {
    const list = (ResourceArn: string) => simulator.refusal("ListTagsForResource", { ResourceArn });
    const RegistrationId = await simulator.registration();
    const gone = arn("registration", RegistrationId);
    await simulator.call("DeleteRegistration", { RegistrationId });
    for (const [ResourceArn, ResourceType] of [
      [gone, "registration"],
      [arn("registration-attachment", "attachment-1"), "registration-attachment"],
      [arn("phone-number", "phone-1"), "phone-number"],
    ] as const) {
      const notFound = { code: "ResourceNotFoundException", ResourceType, ResourceId: ResourceArn };
      assert.deepEqual(await list(ResourceArn), notFound);
    }
    for (const ResourceArn of [arn("pool", "pool-1"), arn("registration", "registration-1", "eu-west-1")]) {
      assert.deepEqual(await list(ResourceArn), refused("ValidationException", "INVALID_ARN"));
    }
  });
});
