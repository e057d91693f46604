import assert from "node:assert/strict";
import { arn, brand, completeForm, simulated, startSeconds } from "./simulated";

const conflict = (Reason: string, ResourceId: string) => ({
  code: "ConflictException",
  Reason,
  ResourceType: "registration",
  ResourceId,
});
const put = { FieldPath: "companyInfo.city", TextValue: "Seattle" };

/** Status of the newest version: the reasons why edit, submit, discard and a new version are refused; undefined: allowed. */
const table: Record<string, [edit?: string, submit?: string, discard?: string, create?: string]> = {
  DRAFT: [undefined, undefined, undefined, "CREATE_REGISTRATION_VERSION_NOT_ALLOWED"],
  SUBMITTED: [
    "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED",
    "REGISTRATION_ALREADY_SUBMITTED",
    undefined,
    "CREATE_REGISTRATION_VERSION_NOT_ALLOWED",
  ],
  ...Object.fromEntries(
    ["AWS_REVIEWING", "REVIEWING", "REQUIRES_AUTHENTICATION", "REQUIRES_OFFLINE_REVIEW", "QUANTUM_REVIEWING"].map(
      (status) => [
        status,
        [
          "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED",
          "REGISTRATION_ALREADY_SUBMITTED",
          "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED",
          "CREATE_REGISTRATION_VERSION_NOT_ALLOWED",
        ],
      ],
    ),
  ),
  ...Object.fromEntries(
    ["APPROVED", "DENIED", "DISCARDED", "REVOKED", "ARCHIVED"].map((status) => [
      status,
      [
        "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED",
        "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED",
        "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED",
        undefined,
      ],
    ]),
  ),
};

describe("simulator: versions", () => {
  const simulator = simulated();

  for (const [status, [edit, submit, discard, create]] of Object.entries(table)) {
    describe(`of which the newest is ${status}`, () => {
      const operations = [
        ["PutRegistrationFieldValue", put, edit],
        ["DeleteRegistrationFieldValue", { FieldPath: put.FieldPath }, edit],
        ["SubmitRegistrationVersion", {}, submit],
        ["DiscardRegistrationVersion", {}, discard],
        ["CreateRegistrationVersion", {}, create],
      ] as const;
      for (const [operation, request, reason] of operations) {
        it(`${reason === undefined ? "allow" : "refuse"} ${operation}`, async () => {
          const RegistrationId = await simulator.registration();
          await simulator.fill(RegistrationId);
          if (status !== "DRAFT") await simulator.control.setStatus(RegistrationId, { versionStatus: status });
          if (reason === undefined) await simulator.call(operation, { RegistrationId, ...request });
          else {
            const refused = await simulator.refusal(operation, { RegistrationId, ...request });
            assert.deepEqual(refused, conflict(reason, RegistrationId));
          }
        });
      }
    });
  }

  it("start empty, and are numbered on", async () => {
    const RegistrationId = await simulator.submitted();
    await simulator.control.setStatus(RegistrationId, { versionStatus: "DENIED" });
    await simulator.control.advanceClock(500);
    assert.deepEqual(await simulator.call("CreateRegistrationVersion", { RegistrationId }), {
      RegistrationArn: arn("registration", RegistrationId),
      RegistrationId,
      VersionNumber: 2,
      RegistrationVersionStatus: "DRAFT",
      RegistrationVersionStatusHistory: { DraftTimestamp: startSeconds + 0.5 },
    });
    assert.deepEqual(await simulator.call("DescribeRegistrationFieldValues", { RegistrationId }), {
      RegistrationArn: arn("registration", RegistrationId),
      RegistrationId,
      VersionNumber: 2,
      RegistrationFieldValues: [],
    });
    const { RegistrationFieldValues } = await simulator.call("DescribeRegistrationFieldValues", {
      RegistrationId,
      VersionNumber: 1,
    });
    const before = Object.entries(completeForm(brand)).map(([FieldPath, value]) => ({ FieldPath, ...value }));
    assert.deepEqual(RegistrationFieldValues, before);
  });

  it("inherit the values, with newVersion: inherits", async () => {
    await simulator.control.settings({ newVersion: "inherits" });
    const RegistrationId = await simulator.submitted();
    await simulator.control.setStatus(RegistrationId, { versionStatus: "DENIED" });
    await simulator.call("CreateRegistrationVersion", { RegistrationId });
    await simulator.call("SubmitRegistrationVersion", { RegistrationId });
  });

  it("are discarded in every status of a review, or in none, as the switch says", async () => {
    const RegistrationId = await simulator.submitted();
    await simulator.control.settings({ discardWhileInReview: "never" });
    const refused = await simulator.refusal("DiscardRegistrationVersion", { RegistrationId });
    assert.deepEqual(refused, conflict("DISCARD_REGISTRATION_VERSION_NOT_ALLOWED", RegistrationId));
    await simulator.control.settings({ discardWhileInReview: "always" });
    await simulator.control.setStatus(RegistrationId, { versionStatus: "REVIEWING" });
    const discarded = await simulator.call("DiscardRegistrationVersion", { RegistrationId });
    assert.equal(discarded.RegistrationVersionStatus, "DISCARDED");
    assert.deepEqual(await simulator.statuses(RegistrationId), ["DISCARDED", "CREATED"]);
  });

  it("give the other reason for a second submit, as the switch says", async () => {
    const RegistrationId = await simulator.submitted();
    await simulator.control.settings({ submitAgain: "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED" });
    const refused = await simulator.refusal("SubmitRegistrationVersion", { RegistrationId });
    assert.deepEqual(refused, conflict("SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED", RegistrationId));
  });

  it("are limited per day, which ends at midnight UTC", async () => {
    await simulator.control.settings({ quotas: { REGISTRATION_VERSIONS_CREATED_PER_DAY: 1 } });
    const RegistrationId = await simulator.registration();
    const next = async () => {
      await simulator.control.setStatus(RegistrationId, { versionStatus: "DENIED" });
      return { RegistrationId };
    };
    await simulator.call("CreateRegistrationVersion", await next());
    assert.deepEqual(await simulator.refusal("CreateRegistrationVersion", await next()), {
      code: "ServiceQuotaExceededException",
      Reason: "REGISTRATION_VERSIONS_CREATED_PER_DAY",
    });
    await simulator.control.advanceClock(24 * 60 * 60 * 1000);
    assert.equal((await simulator.call("CreateRegistrationVersion", { RegistrationId })).VersionNumber, 3);
  });

  it("are described newest first, by number and by status", async () => {
    const RegistrationId = await simulator.registration();
    for (const versionStatus of ["DENIED", "DISCARDED"]) {
      await simulator.control.setStatus(RegistrationId, { versionStatus });
      await simulator.call("CreateRegistrationVersion", { RegistrationId });
    }
    type Versions = { RegistrationVersions: { VersionNumber: number }[] };
    const numbers = async (request: object) =>
      (
        await simulator.call<Versions>("DescribeRegistrationVersions", { RegistrationId, ...request })
      ).RegistrationVersions.map(({ VersionNumber }) => VersionNumber);
    assert.deepEqual(await numbers({}), [3, 2, 1]);
    assert.deepEqual(await numbers({ VersionNumbers: [1, 2] }), [2, 1]);
    const byStatus = (...Values: string[]) => ({ Filters: [{ Name: "registration-version-status", Values }] });
    assert.deepEqual(await numbers(byStatus("DENIED", "DRAFT")), [3, 1]);
    assert.deepEqual(await simulator.refusal("DescribeRegistrationVersions", { RegistrationId, ...byStatus("NEW") }), {
      code: "ValidationException",
      Reason: "INVALID_FILTER_VALUES",
    });
    assert.deepEqual(await simulator.refusal("DescribeRegistrationVersions", { RegistrationId, VersionNumbers: [4] }), {
      code: "ValidationException",
      Reason: "UNKNOWN_REGISTRATION_VERSION",
    });
    await simulator.control.settings({ describeVersions: "oldestFirst" });
    assert.deepEqual(await numbers({}), [1, 2, 3]);
  });
});
