import assert from "node:assert/strict";
import { BRAND, BRAND_FIELDS, FIELD_COUNT } from "./forms";
import { Stack } from "./stack";

const DENIAL = {
  versionStatus: "DENIED",
  deniedReasons: [{ Reason: "TAX_ID_MISMATCH", ShortDescription: "The tax id is not the company's" }],
  fields: [{ FieldPath: "companyInfo.taxId", DeniedReason: "Not found", Feedback: "Use the EIN of the letter CP 575" }],
  feedback: "Nearly there",
};

describe("a registration that is denied, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  it("is created, filled in and submitted by one `up`, with k + 5 calls at most besides its preview", async () => {
    const { "companyInfo.taxId": taxId, ...fields } = BRAND_FIELDS;
    stack.declare({ registration: BRAND, version: { fields, secretFields: { "companyInfo.taxId": taxId } } });
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    assert.ok(calls.length <= FIELD_COUNT + 5, `${calls.length} calls: ${calls.join(", ")}`);
    assert.equal(calls.filter((name) => name === "PutRegistrationFieldValue").length, FIELD_COUNT);
    assert.equal(calls.filter((name) => name === "SubmitRegistrationVersion").length, 1);
    const { status, versionNumber, registrationStatus } = await stack.version();
    assert.deepEqual([status, versionNumber, registrationStatus], ["SUBMITTED", 1, "SUBMITTED"]);
  });

  it("makes no call in an unchanged preview and an unchanged `up`", async () => {
    assert.deepEqual(await stack.callsOf(() => stack.pulumi.must("preview", "--expect-no-changes")), []);
    assert.deepEqual(await stack.callsOf(() => stack.pulumi.must("up", "--yes", "--expect-no-changes")), []);
  });

  it("fails while it is reviewed when the form changes, and keeps the state", async () => {
    stack.declare({ registration: BRAND, version: { fields: { ...BRAND_FIELDS, "companyInfo.city": "Tacoma" } } });
    const { exitCode, stdout, stderr } = await stack.pulumi.run("up", "--yes");
    assert.notEqual(exitCode, 0);
    assert.match(stdout + stderr, /Version 1 of registration-\w+ is SUBMITTED and holds other field values/);
    assert.match(stdout + stderr, /whileInReview: "discard"/);
    assert.equal((await stack.version()).versionNumber, 1);
  });

  it("shows every reason after a refresh", async () => {
    await stack.control.setStatus(await stack.registrationId(), DENIAL);
    await stack.pulumi.must("refresh", "--yes");
    const { status, deniedReasons, fieldFeedback, feedback, registrationStatus, latestDeniedVersionNumber } =
      await stack.version();
    assert.deepEqual(
      { status, deniedReasons, fieldFeedback, feedback, registrationStatus, latestDeniedVersionNumber },
      {
        status: "DENIED",
        deniedReasons: [{ reason: "TAX_ID_MISMATCH", shortDescription: "The tax id is not the company's" }],
        fieldFeedback: [
          {
            fieldPath: "companyInfo.taxId",
            deniedReason: "Not found",
            feedback: "Use the EIN of the letter CP 575",
          },
        ],
        feedback: DENIAL.feedback,
        registrationStatus: "REQUIRES_UPDATES",
        latestDeniedVersionNumber: 1,
      },
    );
  });

  it("is followed by a new version that carries every field, with k + 5 calls at most besides its preview", async () => {
    stack.declare({ registration: BRAND, version: { fields: { ...BRAND_FIELDS, "companyInfo.taxId": "987654321" } } });
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    assert.ok(calls.length <= FIELD_COUNT + 5, `${calls.length} calls: ${calls.join(", ")}`);
    assert.equal(calls.filter((name) => name === "CreateRegistrationVersion").length, 1);
    assert.equal(calls.filter((name) => name === "PutRegistrationFieldValue").length, FIELD_COUNT);
    const { status, versionNumber } = await stack.version();
    assert.deepEqual([status, versionNumber], ["SUBMITTED", 2]);
  });

  it("waits for a person to authenticate, then is approved, with the time of each", async () => {
    const id = await stack.registrationId();
    for (const versionStatus of ["REVIEWING", "REQUIRES_AUTHENTICATION", "APPROVED"]) {
      await stack.control.setStatus(id, { versionStatus });
    }
    await stack.pulumi.must("refresh", "--yes");
    const { status, statusHistory, approvedVersionNumber, registrationStatus } = await stack.version();
    assert.deepEqual([status, approvedVersionNumber, registrationStatus], ["APPROVED", 2, "COMPLETE"]);
    const entered = Object.keys(statusHistory as object).sort();
    assert.deepEqual(entered, [
      "approvedTimestamp",
      "draftTimestamp",
      "requiresAuthenticationTimestamp",
      "reviewingTimestamp",
      "submittedTimestamp",
    ]);
  });

  it("is destroyed: an approved version has nothing to discard, the registration is deleted", async () => {
    const calls = await stack.callsOf(() => stack.pulumi.must("destroy", "--yes"));
    assert.deepEqual(
      calls.filter((name) => !name.startsWith("Describe")),
      ["DeleteRegistration"],
    );
    assert.deepEqual(await stack.pulumi.resources(), []);
  });
});
