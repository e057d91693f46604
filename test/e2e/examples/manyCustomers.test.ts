import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { Stack } from "../stack";

const TAX_IDS = { coffee: "111222333", clinic: "444555666", shelter: "777888999" };
type Registrations = Record<string, { registrationId: string; status: string; denial: string[] }>;

describe("examples/typescript-many-customers, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create("typescript-many-customers");
    const taxIds = Object.entries(TAX_IDS).map(([id, taxId]) => [`taxIds.${id}`, taxId]);
    await stack.configure({ secret: Object.fromEntries(taxIds) }, "--path");
  });
  after(() => stack?.close());

  const registrations = async () => (await stack.outputs()).registrations as Registrations;
  const statuses = async () =>
    Object.fromEntries(Object.entries(await registrations()).map(([id, { status }]) => [id, status]));

  it("submits every customer's form, and reads the form's definition once", async () => {
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    const made = (name: string) => calls.filter((call) => call === name).length;
    assert.deepEqual(
      [made("CreateRegistration"), made("SubmitRegistrationVersion"), made("DescribeRegistrationFieldDefinitions")],
      [3, 3, 1],
    );
    assert.deepEqual(await statuses(), { coffee: "SUBMITTED", clinic: "SUBMITTED", shelter: "SUBMITTED" });
  });

  it("tells whose form was denied, and why, after `up --refresh`", async () => {
    const { coffee, clinic } = await registrations();
    assert.ok(coffee && clinic);
    await stack.control.setStatus(coffee.registrationId, { versionStatus: "APPROVED" });
    await stack.control.setStatus(clinic.registrationId, {
      versionStatus: "DENIED",
      deniedReasons: [{ Reason: "ADDRESS_MISMATCH", ShortDescription: "The address is not the company's" }],
      fields: [{ FieldPath: "companyInfo.address", DeniedReason: "Not found", Feedback: "Give the registered office" }],
    });
    const printed = await stack.up("--refresh", "--skip-preview");
    assert.match(printed, /warning: Version 1 of registration-\w+ is DENIED:/);
    assert.match(printed, /- ADDRESS_MISMATCH: The address is not the company's/);
    assert.match(printed, /- fields\["companyInfo\.address"\]: Not found\. Give the registered office/);
    const { denial } = (await registrations()).clinic ?? {};
    assert.deepEqual(denial, [
      "The address is not the company's",
      "companyInfo.address: Not found: Give the registered office",
    ]);
  });

  it("submits the corrected form of that customer alone", async () => {
    const file = stack.file("customers.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("20 Harbor Avenue", "22 Harbor Avenue"));
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    assert.equal(calls.filter((name) => name === "SubmitRegistrationVersion").length, 1);
    assert.deepEqual(await statuses(), { coffee: "APPROVED", clinic: "SUBMITTED", shelter: "SUBMITTED" });
    assert.deepEqual((await registrations()).clinic?.denial, []);
  });

  it("keeps all tax ids out of the exported state", async () => {
    const exported = await stack.pulumi.must("stack", "export");
    for (const taxId of Object.values(TAX_IDS)) assert.ok(!exported.includes(taxId), "a tax id stands in plain");
  });
});
