import assert from "node:assert/strict";
import { arn, brand, simulated, startSeconds } from "./simulated";

describe("simulator: the reviewer", () => {
  const simulator = simulated();
  const denial = {
    status: "DENIED",
    deniedReasons: [
      { Reason: "TAX_ID", ShortDescription: "The tax id is not this company's.", DocumentationTitle: "Brands" },
    ],
    fields: [
      {
        FieldPath: "companyInfo.taxId",
        DeniedReason: "Does not match",
        Feedback: "Check the letter of the tax office",
      },
    ],
    feedback: "One field is wrong.",
  };

  it("does nothing that no script says", async () => {
    const RegistrationId = await simulator.submitted();
    await simulator.control.advanceClock(365 * 24 * 60 * 60 * 1000);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["SUBMITTED", "SUBMITTED"]);
  });

  it("moves on with time, and dates each move when it was due", async () => {
    const RegistrationId = await simulator.submitted();
    await simulator.control.review(RegistrationId, [
      { status: "AWS_REVIEWING", afterMs: 1000 },
      { status: "REVIEWING", afterMs: 1000 },
      { status: "REQUIRES_AUTHENTICATION", afterMs: 1500 },
      { status: "APPROVED", afterMs: 5000 },
      { status: "REVOKED", afterMs: 10_000 },
    ]);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["SUBMITTED", "SUBMITTED"]);
    await simulator.control.advanceClock(1999);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["AWS_REVIEWING", "AWS_REVIEWING"]);
    await simulator.control.advanceClock(1501);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["REQUIRES_AUTHENTICATION", "REQUIRES_AUTHENTICATION"]);
    await simulator.control.advanceClock(6000);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["APPROVED", "COMPLETE"]);
    await simulator.control.advanceClock(60_000);
    assert.deepEqual(await simulator.call("DescribeRegistrationVersions", { RegistrationId }), {
      RegistrationArn: arn("registration", RegistrationId),
      RegistrationId,
      RegistrationVersions: [
        {
          VersionNumber: 1,
          RegistrationVersionStatus: "REVOKED",
          RegistrationVersionStatusHistory: {
            DraftTimestamp: startSeconds,
            SubmittedTimestamp: startSeconds,
            AwsReviewingTimestamp: startSeconds + 1,
            ReviewingTimestamp: startSeconds + 2,
            RequiresAuthenticationTimestamp: startSeconds + 3.5,
            ApprovedTimestamp: startSeconds + 8.5,
            RevokedTimestamp: startSeconds + 18.5,
          },
        },
      ],
    });
  });

  it("moves on after so many describe calls", async () => {
    const RegistrationId = await simulator.submitted();
    await simulator.control.review(RegistrationId, [
      { status: "REVIEWING", afterReads: 2 },
      { status: "APPROVED", afterReads: 1 },
    ]);
    const seen: string[] = [];
    for (let read = 0; read < 5; read++) {
      type Versions = { RegistrationVersions: { RegistrationVersionStatus: string }[] };
      const { RegistrationVersions } = await simulator.call<Versions>("DescribeRegistrationVersions", {
        RegistrationId,
      });
      seen.push(...RegistrationVersions.map(({ RegistrationVersionStatus }) => RegistrationVersionStatus));
    }
    assert.deepEqual(seen, ["SUBMITTED", "SUBMITTED", "REVIEWING", "APPROVED", "APPROVED"]);
  });

  it("follows a script that was there before the submit, whose answer still says SUBMITTED", async () => {
    const RegistrationId = await simulator.registration();
    await simulator.fill(RegistrationId);
    await simulator.control.review(RegistrationId, [{ status: "REVIEWING" }]);
    await simulator.control.advanceClock(1000);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["DRAFT", "CREATED"]);
    assert.deepEqual(await simulator.call("SubmitRegistrationVersion", { RegistrationId, AwsReview: true }), {
      RegistrationArn: arn("registration", RegistrationId),
      RegistrationId,
      VersionNumber: 1,
      RegistrationVersionStatus: "SUBMITTED",
      RegistrationVersionStatusHistory: { DraftTimestamp: startSeconds, SubmittedTimestamp: startSeconds + 1 },
      AwsReview: true,
    });
    assert.deepEqual(await simulator.statuses(RegistrationId), ["REVIEWING", "REVIEWING"]);
  });

  it("has a default script for a type, and one for all types", async () => {
    await simulator.control.defaultReview("*", [{ status: "REVIEWING" }]);
    assert.deepEqual(await simulator.statuses(await simulator.submitted()), ["REVIEWING", "REVIEWING"]);
    await simulator.control.defaultReview(brand, [{ status: "APPROVED" }]);
    assert.deepEqual(await simulator.statuses(await simulator.submitted()), ["APPROVED", "COMPLETE"]);
  });

  it("denies with reasons for the version and for fields", async () => {
    const RegistrationId = await simulator.submitted();
    await simulator.control.review(RegistrationId, [denial]);
    const { RegistrationVersions } = await simulator.call("DescribeRegistrationVersions", { RegistrationId });
    assert.deepEqual(RegistrationVersions, [
      {
        VersionNumber: 1,
        RegistrationVersionStatus: "DENIED",
        RegistrationVersionStatusHistory: {
          DraftTimestamp: startSeconds,
          SubmittedTimestamp: startSeconds,
          DeniedTimestamp: startSeconds,
        },
        DeniedReasons: denial.deniedReasons,
        Feedback: "One field is wrong.",
      },
    ]);
    const values = await simulator.call("DescribeRegistrationFieldValues", {
      RegistrationId,
      FieldPaths: ["companyInfo.taxId"],
    });
    assert.deepEqual(values.RegistrationFieldValues, [{ TextValue: "123456789", ...denial.fields[0] }]);
    const { Registrations } = await simulator.call("DescribeRegistrations", { RegistrationIds: [RegistrationId] });
    assert.deepEqual(Registrations, [
      {
        RegistrationArn: arn("registration", RegistrationId),
        RegistrationId,
        RegistrationType: brand,
        RegistrationStatus: "REQUIRES_UPDATES",
        CurrentVersionNumber: 1,
        LatestDeniedVersionNumber: 1,
        CreatedTimestamp: startSeconds,
      },
    ]);
  });

  it("archives the approved version when the next one is approved, and not before", async () => {
    await simulator.control.defaultReview("*", [{ status: "APPROVED", afterMs: 1000 }]);
    const RegistrationId = await simulator.submitted();
    await simulator.control.advanceClock(1000);
    await simulator.call("CreateRegistrationVersion", { RegistrationId });
    await simulator.fill(RegistrationId);
    await simulator.call("SubmitRegistrationVersion", { RegistrationId });
    const dump = async () => {
      const [registration] = (await simulator.control.account()).registrations;
      return {
        current: registration?.currentVersionNumber,
        approved: registration?.approvedVersionNumber,
        versions: registration?.versions.map(({ status, statusHistory }) => ({ status, ...statusHistory })),
      };
    };
    const draft = "2026-01-01T00:00:00.000Z";
    const first = "2026-01-01T00:00:01.000Z";
    const second = "2026-01-01T00:00:02.000Z";
    const approved = { status: "APPROVED", DraftTimestamp: draft, SubmittedTimestamp: draft, ApprovedTimestamp: first };
    const submitted = { status: "SUBMITTED", DraftTimestamp: first, SubmittedTimestamp: first };
    assert.deepEqual(await dump(), { current: 2, approved: 1, versions: [approved, submitted] });
    await simulator.control.advanceClock(1000);
    assert.deepEqual(await dump(), {
      current: 2,
      approved: 2,
      versions: [
        { ...approved, status: "ARCHIVED", ArchivedTimestamp: second },
        { ...submitted, status: "APPROVED", ApprovedTimestamp: second },
      ],
    });
  });

  it("moves the registration apart from the version, and to statuses that nobody knows yet", async () => {
    const RegistrationId = await simulator.submitted();
    await simulator.control.review(RegistrationId, [
      { status: "QUANTUM_REVIEWING", afterReads: 1 },
      { status: "APPROVED", registrationStatus: "PROVISIONING", afterMs: 1000 },
      { registrationStatus: "COMPLETE", afterMs: 1000 },
    ]);
    await simulator.call("DescribeRegistrationVersions", { RegistrationId });
    assert.deepEqual(await simulator.statuses(RegistrationId), ["QUANTUM_REVIEWING", "SUBMITTED"]);
    await simulator.control.advanceClock(1000);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["APPROVED", "PROVISIONING"]);
    await simulator.control.advanceClock(1000);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["APPROVED", "COMPLETE"]);
  });

  it("lets an approved registration be PROVISIONING for a while, as the settings say", async () => {
    await simulator.control.settings({ provisioningAfterMs: 2000 });
    const RegistrationId = await simulator.submitted();
    await simulator.control.setStatus(RegistrationId, { versionStatus: "APPROVED" });
    assert.deepEqual(await simulator.statuses(RegistrationId), ["APPROVED", "PROVISIONING"]);
    await simulator.control.advanceClock(2000);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["APPROVED", "COMPLETE"]);
  });

  it("stops when the version is discarded", async () => {
    const RegistrationId = await simulator.submitted();
    await simulator.control.review(RegistrationId, [{ status: "APPROVED", afterMs: 1000 }]);
    await simulator.call("DiscardRegistrationVersion", { RegistrationId });
    await simulator.control.advanceClock(2000);
    assert.deepEqual(await simulator.statuses(RegistrationId), ["DISCARDED", "CREATED"]);
    await assert.rejects(
      simulator.control.review(RegistrationId, [{ status: "APPROVED" }]),
      /Version 1 is DISCARDED: nothing to review/,
    );
  });
});
