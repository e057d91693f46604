import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Step } from "../../provider/lifecycle/step";
import { applied } from "./applied";
import { type CannedAnswer, wireVersion } from "./cannedService";

const ARN = "arn:aws:sms-voice:us-east-1:111122223333:registration/registration-1";
const registrationId = "registration-1";

function put(fieldPath: string, text: string): Step {
  return { operation: "putRegistrationFieldValue", registrationId, fieldPath, value: { text } };
}

describe("the only writer", () => {
  it("repeats no value in an error, also where the service names another field's", async () => {
    const refusal = { exception: "ValidationException", Message: "not with 123456789" };
    const { error } = await applied([put("taxId", "123456789"), put("city", "Seattle")], (_operation, request) =>
      request.FieldPath === "city" ? refusal : {},
    );
    assert.match(error?.message ?? "", /field city\): not with \(value hidden\)/);
  });

  it("sends every kind of step as the service wants it", async () => {
    const version = { RegistrationArn: ARN, RegistrationId: registrationId, ...wireVersion(2, "DRAFT") };
    const { service, error } = await applied(
      [
        { operation: "discardRegistrationVersion", registrationId },
        { operation: "createRegistrationVersion", registrationId, mayInherit: ["a"] },
        put("a", "1"),
        { operation: "putRegistrationFieldValue", registrationId, fieldPath: "b", value: { choices: ["X", "Y"] } },
        { operation: "putRegistrationFieldValue", registrationId, fieldPath: "c", value: { attachmentId: "att-1" } },
        { operation: "deleteRegistrationFieldValue", registrationId, fieldPath: "d" },
        { operation: "submitRegistrationVersion", registrationId, awsReview: false },
        { operation: "submitRegistrationVersion", registrationId, awsReview: true },
        { operation: "tagResource", resourceArn: ARN, tags: { team: "sms" } },
        { operation: "untagResource", resourceArn: ARN, tagKeys: ["old"] },
        { operation: "deleteRegistration", registrationId },
      ],
      (): CannedAnswer => version,
    );
    assert.equal(error, undefined);
    const byPath = ([, a]: [string, Record<string, unknown>], [, b]: [string, Record<string, unknown>]) =>
      String(a.FieldPath) < String(b.FieldPath) ? -1 : 1;
    assert.deepEqual(
      [...service.calls.slice(0, 2), ...service.calls.slice(2, 6).sort(byPath), ...service.calls.slice(6)],
      [
        ["DiscardRegistrationVersion", { RegistrationId: registrationId }],
        ["CreateRegistrationVersion", { RegistrationId: registrationId }],
        ["PutRegistrationFieldValue", { RegistrationId: registrationId, FieldPath: "a", TextValue: "1" }],
        ["PutRegistrationFieldValue", { RegistrationId: registrationId, FieldPath: "b", SelectChoices: ["X", "Y"] }],
        [
          "PutRegistrationFieldValue",
          { RegistrationId: registrationId, FieldPath: "c", RegistrationAttachmentId: "att-1" },
        ],
        ["DeleteRegistrationFieldValue", { RegistrationId: registrationId, FieldPath: "d" }],
        ["SubmitRegistrationVersion", { RegistrationId: registrationId }],
        ["SubmitRegistrationVersion", { RegistrationId: registrationId, AwsReview: true }],
        ["TagResource", { ResourceArn: ARN, Tags: [{ Key: "team", Value: "sms" }] }],
        ["UntagResource", { ResourceArn: ARN, TagKeys: ["old"] }],
        ["DeleteRegistration", { RegistrationId: registrationId }],
      ],
    );
  });

  it("writes field values before what follows them, and nothing after a failure", async () => {
    const paths = ["a", "b", ...Array.from({ length: 40 }, (_, index) => `c${index}`)];
    const { service, noted, error } = await applied(
      [
        ...paths.map((path) => put(path, "1")),
        { operation: "submitRegistrationVersion", registrationId, awsReview: false },
      ],
      (_operation, { FieldPath }) =>
        FieldPath === "b"
          ? { exception: "ValidationException", Reason: "UNKNOWN_REGISTRATION_FIELD", Message: "no" }
          : {},
    );
    assert.equal(error?.reason, "UNKNOWN_REGISTRATION_FIELD");
    assert.ok(!service.operations().includes("SubmitRegistrationVersion"));
    assert.ok(service.calls.length < paths.length, `${service.calls.length} calls`);
    const untold = noted.filter(([, answered]) => !answered).map(([step]) => step);
    assert.deepEqual(untold, [put("b", "1")]);
    assert.equal(noted.length, service.calls.length);
  });

  it("tells of a call whose answer was lost as of one that nobody knows of", async () => {
    const { noted, error } = await applied(
      [{ operation: "createRegistrationVersion", registrationId, mayInherit: [] }],
      (_operation, _request, nth) =>
        nth === 0
          ? "connection lost"
          : { exception: "ConflictException", Reason: "CREATE_REGISTRATION_VERSION_NOT_ALLOWED", Message: "draft" },
    );
    assert.equal(error?.code, "ConflictException");
    assert.deepEqual(
      noted.map(([step, answered]) => [step.operation, answered]),
      [["createRegistrationVersion", false]],
    );
  });

  it("submits again when the values it has just written are not visible yet", async () => {
    const { service, error } = await applied(
      [put("a", "1"), { operation: "submitRegistrationVersion", registrationId, awsReview: false }],
      (operation, _request, nth) => {
        if (operation !== "SubmitRegistrationVersion") return {};
        return nth === 0
          ? { exception: "ConflictException", Reason: "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED", Message: "missing" }
          : { RegistrationArn: ARN, ...wireVersion(1, "SUBMITTED") };
      },
    );
    assert.equal(error, undefined);
    assert.deepEqual(service.operations(), [
      "PutRegistrationFieldValue",
      "SubmitRegistrationVersion",
      "SubmitRegistrationVersion",
    ]);
  });

  it("submits once when it has written no value", async () => {
    const { service, error } = await applied(
      [{ operation: "submitRegistrationVersion", registrationId, awsReview: false }],
      () => ({ exception: "ConflictException", Reason: "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED", Message: "missing" }),
    );
    assert.equal(error?.reason, "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED");
    assert.deepEqual(service.operations(), ["SubmitRegistrationVersion"]);
  });
});
