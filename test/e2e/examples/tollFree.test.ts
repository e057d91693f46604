import assert from "node:assert/strict";
import { Stack } from "../stack";

const SECRETS = {
  taxId: "123456789",
  contactFirstName: "Wilhelmina",
  contactLastName: "Featherstone",
  contactPhoneNumber: "+12065550142",
};

describe("examples/typescript-toll-free, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  let phoneNumberId: string;
  before(async () => {
    stack = await Stack.create("typescript-toll-free");
    phoneNumberId = await stack.phoneNumber("TOLL_FREE");
    await stack.configure({ plain: { phoneNumberId }, secret: SECRETS });
  });
  after(() => stack?.close());

  it("uploads the picture, associates the number and submits the form in one `up`, after a preview without a warning", async () => {
    let printed = "";
    const calls = await stack.callsOf(async () => {
      printed = await stack.up();
    });
    assert.doesNotMatch(printed, /warning: /);
    const writes = calls.filter((name) => !/^(Describe|List|Put)/.test(name)).sort();
    assert.deepEqual(writes, [
      "CreateRegistration",
      "CreateRegistrationAssociation",
      "CreateRegistrationAttachment",
      "SubmitRegistrationVersion",
    ]);
    const { status, versionNumber } = await stack.outputs();
    assert.deepEqual([status, versionNumber], ["SUBMITTED", 1]);
  });

  it("keeps the secrets out of the exported state", async () => {
    const exported = await stack.pulumi.must("stack", "export");
    for (const secret of Object.values(SECRETS)) assert.ok(!exported.includes(secret), `${secret} stands in plain`);
  });

  it("is destroyed once its number is released, the attachment with the form that refers to it", async () => {
    await stack.control.setStatus(await stack.registrationId(), { versionStatus: "APPROVED" });
    await stack.control.release(phoneNumberId);
    await stack.pulumi.must("destroy", "--yes", "--skip-preview");
    const { registrations, attachments } = await stack.control.account({ region: "us-east-1" });
    assert.deepEqual([registrations, attachments], [[], []]);
  });
});
