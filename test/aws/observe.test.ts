import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GONE } from "../../provider/lifecycle/observation";
import { cannedService, wireRegistration, wireVersion } from "./cannedService";

const RegistrationArn = "arn:aws:sms-voice:us-east-1:111122223333:registration/registration-1";
const NOT_FOUND = { exception: "ResourceNotFoundException", Message: "no", ResourceType: "registration" };

describe("looking at a registration", () => {
  it("reads what is asked for, by one call each", async () => {
    const { aws, calls } = await cannedService((operation) => {
      if (operation === "DescribeRegistrations")
        return { Registrations: [wireRegistration({ RegistrationId: "registration-seen" })] };
      if (operation === "DescribeRegistrationVersions")
        return { RegistrationArn, RegistrationVersions: [wireVersion(1, "DRAFT")] };
      return { RegistrationFieldValues: [{ FieldPath: "a", TextValue: "1" }] };
    });
    const { newestVersion, values, registration } = await aws.observe("registration-seen", [
      "newestVersion",
      "values",
      "registration",
    ]);
    assert.ok(
      newestVersion !== undefined && newestVersion !== GONE && registration !== undefined && registration !== GONE,
    );
    assert.deepEqual([newestVersion.status, newestVersion.registrationArn], ["DRAFT", RegistrationArn]);
    assert.deepEqual(values?.values, new Map([["a", { text: "1" }]]));
    assert.equal(registration.registrationStatus, "CREATED");
    assert.deepEqual(
      [...calls].sort(([a], [b]) => (a < b ? -1 : 1)),
      [
        ["DescribeRegistrationFieldValues", { RegistrationId: "registration-seen", MaxResults: 100 }],
        ["DescribeRegistrationVersions", { RegistrationId: "registration-seen", MaxResults: 100 }],
        ["DescribeRegistrations", { RegistrationIds: ["registration-seen"] }],
      ],
    );
  });

  it("finds the version with the highest number, on whatever page it is", async () => {
    const pages = [
      { RegistrationVersions: [wireVersion(2, "DENIED"), wireVersion(1, "ARCHIVED")], NextToken: "2" },
      { RegistrationVersions: [wireVersion(10, "DRAFT")], NextToken: "3" },
      { RegistrationVersions: [wireVersion(9, "DISCARDED")] },
    ];
    const { aws, calls } = await cannedService((_operation, _request, nth) => ({ RegistrationArn, ...pages[nth] }));
    const { newestVersion } = await aws.observe("registration-seen", ["newestVersion"]);
    assert.equal(newestVersion !== GONE && newestVersion?.versionNumber, 10);
    assert.deepEqual(
      calls.map(([, { NextToken }]) => NextToken),
      [undefined, "2", "3"],
    );
  });

  it("reads the values of all pages", async () => {
    const { aws } = await cannedService((_operation, _request, nth) =>
      nth === 0
        ? { RegistrationFieldValues: [{ FieldPath: "a", TextValue: "1" }], NextToken: "2" }
        : { RegistrationFieldValues: [{ FieldPath: "b", SelectChoices: ["X"], Feedback: "no" }] },
    );
    assert.deepEqual((await aws.observe("registration-1", ["values"])).values, {
      values: new Map<string, object>([
        ["a", { text: "1" }],
        ["b", { choices: ["X"] }],
      ]),
      mayAlsoHold: new Set(),
      fieldFeedback: [{ fieldPath: "b", deniedReason: undefined, feedback: "no" }],
      isShared: true,
    });
  });

  it("takes what is not found for gone", async () => {
    const { aws } = await cannedService(() => NOT_FOUND);
    assert.deepEqual(await aws.observe("registration-seen", ["registration", "newestVersion", "tags"]), {
      registration: GONE,
      newestVersion: GONE,
      tags: {},
    });
  });

  it("takes a deleted registration, and one that is not in the answer, for gone", async () => {
    for (const Registrations of [[wireRegistration({ RegistrationStatus: "DELETED" })], []]) {
      const { aws } = await cannedService(() => ({ Registrations }));
      assert.deepEqual(await aws.observe("registration-1", ["registration"]), { registration: GONE });
    }
  });

  it("reads the tags by ARN", async () => {
    const { aws, calls } = await cannedService((operation) =>
      operation === "DescribeRegistrations"
        ? { Registrations: [wireRegistration()] }
        : {
            Tags: [
              { Key: "team", Value: "sms" },
              { Key: "__proto__", Value: "1" },
            ],
          },
    );
    const { tags } = await aws.observe("registration-1", ["registration", "tags"]);
    assert.deepEqual(Object.entries(tags ?? {}), [
      ["team", "sms"],
      ["__proto__", "1"],
    ]);
    assert.deepEqual(calls.at(-1), ["ListTagsForResource", { ResourceArn: RegistrationArn }]);
    assert.equal(calls.length, 2);
  });

  it("fails with the service's words where it is not allowed to look", async () => {
    const { aws } = await cannedService(() => ({ exception: "AccessDeniedException", Message: "not you" }));
    await assert.rejects(aws.observe("registration-seen", ["newestVersion"]), {
      name: "ServiceError",
      message:
        /^DescribeRegistrationVersions failed \(registration-seen\): not you \(AccessDeniedException\).*IAM policy/,
    });
  });

  it("asks again when the service is busy, and when an answer gets lost", async () => {
    const { aws, operations } = await cannedService((_operation, _request, nth) => {
      if (nth === 0) return { exception: "InternalServerException", httpStatus: 500, Message: "busy" };
      return nth === 1 ? "connection lost" : { RegistrationFieldValues: [] };
    });
    assert.deepEqual((await aws.observe("registration-1", ["values"])).values?.values, new Map());
    assert.equal(operations().length, 3);
  });
});
