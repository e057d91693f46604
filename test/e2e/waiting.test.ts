import assert from "node:assert/strict";
import { BRAND, BRAND_FIELDS } from "./forms";
import { Stack } from "./stack";

const DENIAL = {
  deniedReasons: [{ Reason: "TAX_ID_MISMATCH", ShortDescription: "The tax id is not the company's" }],
  fields: [{ FieldPath: "companyInfo.taxId", DeniedReason: "Not found", Feedback: "Use the EIN of the letter CP 575" }],
  feedback: "Nearly there",
};
const REASONS = [
  /- TAX_ID_MISMATCH: The tax id is not the company's/,
  /- fields\["companyInfo\.taxId"\]: Not found\. Use the EIN of the letter CP 575/,
  /- reviewer: Nearly there/,
];

describe("waiting for the review, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  const declare = (version: object, changed: object = {}) =>
    stack.declare({ registration: BRAND, version: { ...BRAND, fields: { ...BRAND_FIELDS, ...changed }, ...version } });
  const status = async () => {
    const { status, versionNumber } = await stack.version();
    return [status, versionNumber];
  };

  it("ends when its time is over, keeps the resource, and lets it be refreshed", async () => {
    declare({ waitFor: "approved", waitTimeout: "3s" });
    const printed = await stack.fails("up", "--yes", "--skip-preview");
    assert.match(
      printed,
      /is SUBMITTED, after 3 s and \d looks?; the time to wait is over\. Nothing is lost: run `pulumi up`/,
    );
    assert.deepEqual(await status(), ["SUBMITTED", 1]);
    await stack.pulumi.must("refresh", "--yes", "--skip-preview");
    assert.deepEqual(await status(), ["SUBMITTED", 1]);
  });

  it("goes on in the next `up`, says loudly that a person has to act, and ends with every reason of a denial", async () => {
    await stack.control.review(await stack.registrationId(), [
      { status: "REQUIRES_AUTHENTICATION" },
      { status: "DENIED", ...DENIAL, afterReads: 2 },
    ]);
    declare({ waitFor: "approved", waitTimeout: "5m" });
    const calls: string[] = [];
    let printed = "";
    calls.push(
      ...(await stack.callsOf(async () => {
        printed = await stack.fails("up", "--yes", "--skip-preview");
      })),
    );
    assert.match(
      printed,
      /ACTION NEEDED: Version 1 of registration-\w+ is REQUIRES_AUTHENTICATION since \S+: a person/,
    );
    assert.match(
      printed,
      /Version 1 of registration-\w+ was denied, and the declared fields are the ones that were denied/,
    );
    for (const reason of REASONS) assert.match(printed, reason);
    assert.ok(
      calls.every((name) => name.startsWith("Describe")),
      calls.join(", "),
    );
  });

  it("shows the denial in a preview, as a warning", async () => {
    declare({ waitFor: "approved", waitTimeout: "5m" }, { "companyInfo.taxId": "987654321" });
    const printed = await stack.pulumi.must("preview");
    assert.match(printed, /warning: Version 1 of registration-\w+ is DENIED:/);
    for (const reason of REASONS) assert.match(printed, reason);
  });

  it("reaches the approval of the corrected form", async () => {
    await stack.control.defaultReview("*", [{ status: "REVIEWING" }, { status: "APPROVED", afterReads: 1 }]);
    await stack.up("--skip-preview");
    assert.deepEqual(await status(), ["APPROVED", 2]);
  });

  it("waits for the verdict on the old content with `whileInReview: wait`, then submits the new one", async () => {
    await stack.control.defaultReview("*", []);
    declare({}, { "companyInfo.city": "Tacoma" });
    await stack.up("--skip-preview");
    assert.deepEqual(await status(), ["SUBMITTED", 3]);
    await stack.control.review(await stack.registrationId(), [{ status: "APPROVED", afterReads: 1 }]);
    declare({ whileInReview: "wait" }, { "companyInfo.city": "Spokane" });
    await stack.up("--skip-preview");
    assert.deepEqual(await status(), ["SUBMITTED", 4]);
  });
});

describe("a wait that was not over, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  it("can be destroyed", async () => {
    stack.declare({ registration: BRAND, version: { fields: BRAND_FIELDS, waitFor: "reviewing", waitTimeout: "1s" } });
    await stack.fails("up", "--yes", "--skip-preview");
    await stack.pulumi.must("destroy", "--yes", "--skip-preview");
    assert.deepEqual((await stack.control.account({ region: "us-east-1" })).registrations, []);
  });
});

describe("a form that drifts between two runs, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  it("is told by the next preview of a changed form, and by none before", async () => {
    stack.declare({ registration: BRAND, version: { submit: false, fields: BRAND_FIELDS } });
    await stack.up("--skip-preview");
    await stack.control.defineField("US_TEN_DLC_BRAND_REGISTRATION", {
      FieldPath: "companyInfo.businessContactEmail",
      FieldRequirement: "REQUIRED",
      ConditionalBehavior: undefined,
    });
    await stack.pulumi.must("preview", "--expect-no-changes");
    const fields = { ...BRAND_FIELDS, "companyInfo.city": "Tacoma" };
    stack.declare({ registration: BRAND, version: { submit: false, fields } });
    const printed = await stack.fails("preview");
    assert.match(
      printed,
      /fields\["companyInfo\.businessContactEmail"\] \(Business contact email\): a value is required/,
    );
  });
});
