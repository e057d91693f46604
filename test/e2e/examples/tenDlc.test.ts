import assert from "node:assert/strict";
import { Stack } from "../stack";

const TAX_ID = "123456789";

async function create(waitTimeout: string): Promise<{ stack: Stack; phoneNumberId: string }> {
  const stack = await Stack.create("typescript-10dlc");
  const phoneNumberId = await stack.phoneNumber("TEN_DLC");
  await stack.configure({ plain: { phoneNumberId, waitTimeout }, secret: { taxId: TAX_ID } });
  return { stack, phoneNumberId };
}

describe("examples/typescript-10dlc, through the real engine, when reviews take their time", function () {
  this.timeout(120_000);
  let stack: Stack;
  let phoneNumberId: string;
  before(async () => {
    ({ stack, phoneNumberId } = await create("1s"));
  });
  after(() => stack?.close());

  /** The registrations by type, as the service has them. */
  const registration = async (type: string) => {
    const { registrations } = await stack.control.account({ region: "us-east-1" });
    const found = registrations.filter(({ registrationType }) => registrationType.includes(type));
    assert.equal(found.length, 1);
    return found[0] as (typeof found)[0];
  };
  const status = (of: Awaited<ReturnType<typeof registration>>) => of.versions.at(-1)?.status;

  it("submits the brand first, and ends with what it waits for", async () => {
    const printed = await stack.fails("up", "--yes");
    assert.match(printed, /Version 1 of registration-\w+ is SUBMITTED, after 1 s .* run `pulumi up` again/);
    assert.equal(status(await registration("BRAND")), "SUBMITTED");
    assert.equal(status(await registration("CAMPAIGN")), "DRAFT");
  });

  it("submits the campaign once the brand is approved", async () => {
    const { registrationId } = await registration("BRAND");
    await stack.control.setStatus(registrationId, { versionStatus: "APPROVED" });
    await stack.fails("up", "--yes", "--skip-preview");
    const campaign = await registration("CAMPAIGN");
    assert.deepEqual([status(campaign), campaign.associations], ["SUBMITTED", [registrationId]]);
  });

  it("takes the number once the campaign is approved, and is then done", async () => {
    const { registrationId } = await registration("CAMPAIGN");
    await stack.control.setStatus(registrationId, { versionStatus: "APPROVED" });
    await stack.up("--skip-preview");
    const { brandStatus, campaignStatus } = await stack.outputs();
    assert.deepEqual([brandStatus, campaignStatus], ["APPROVED", "APPROVED"]);
    assert.ok((await registration("CAMPAIGN")).associations.includes(phoneNumberId));
    assert.deepEqual(await stack.callsOf(() => stack.pulumi.must("preview", "--expect-no-changes")), []);
  });

  it("keeps the tax id out of the exported state", async () => {
    assert.ok(!(await stack.pulumi.must("stack", "export")).includes(TAX_ID));
  });

  it("is destroyed once the number is released, the brand with the campaign that is associated with it", async () => {
    await stack.control.release(phoneNumberId);
    const printed = await stack.pulumi.must("destroy", "--yes", "--skip-preview");
    assert.match(printed, /AWS has no operation to take an association back/);
    const { registrations } = await stack.control.account({ region: "us-east-1" });
    assert.deepEqual(registrations, []);
  });
});

describe("examples/typescript-10dlc, through the real engine, when reviews are quick", function () {
  this.timeout(120_000);
  let stack: Stack;
  let phoneNumberId: string;
  before(async () => {
    ({ stack, phoneNumberId } = await create("5m"));
  });
  after(() => stack?.close());

  it("goes from nothing to both approved, with the number, in one `up`", async () => {
    await stack.control.defaultReview("*", [{ status: "REVIEWING" }, { status: "APPROVED", afterReads: 1 }]);
    await stack.control.settings({ provisioningAfterReads: 1 });
    await stack.up("--skip-preview");
    const { registrations } = await stack.control.account({ region: "us-east-1" });
    const named = (type: string) => registrations.find(({ registrationType }) => registrationType === type);
    const brand = named("US_TEN_DLC_BRAND_REGISTRATION");
    const campaign = named("US_TEN_DLC_CAMPAIGN_REGISTRATION");
    assert.deepEqual([brand?.registrationStatus, brand?.associations], ["COMPLETE", []]);
    assert.equal(campaign?.registrationStatus, "COMPLETE");
    assert.deepEqual([...campaign.associations].sort(), [String(brand?.registrationId), phoneNumberId].sort());
  });
});
