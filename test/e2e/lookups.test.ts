import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { BRAND } from "./forms";
import { Stack } from "./stack";

const PROGRAM = `
import * as sms from "pulumi-sms-registrations";

const registration = new sms.Registration("registration", ${JSON.stringify(BRAND)});

// Of what the program makes itself: not known yet in its first preview.
const found = sms.getRegistrationOutput({ registrationId: registration.id });
const versions = sms.getRegistrationVersionsOutput({ registrationId: registration.id });
export const statuses = versions.registrationVersions.apply((all) => all.map(({ status }) => status));
export const type = found.registrationType;

// Of what the service has anyway.
export const required = sms
  .getRegistrationFieldDefinitions({ registrationType: ${JSON.stringify(BRAND.registrationType)} })
  .then(({ registrationFieldDefinitions }) =>
    registrationFieldDefinitions.filter(({ fieldRequirement }) => fieldRequirement === "REQUIRED").length,
  );
export const missing = sms.getRegistration({ registrationId: "registration-none" }).catch(({ message }) => message);
`;

describe("look-ups, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
    await stack.control.settings({ pageSize: 3 });
    writeFileSync(stack.file("index.ts"), PROGRAM);
  });
  after(() => stack?.close());

  it("wait in a preview for what is not there yet, and ask for what is", async () => {
    const calls = await stack.callsOf(() => stack.pulumi.must("preview"));
    assert.deepEqual([...new Set(calls)].sort(), ["DescribeRegistrationFieldDefinitions", "DescribeRegistrations"]);
  });

  it("tell of what `up` has made, in the region of the stack, and what is not there", async () => {
    await stack.up("--skip-preview");
    const { statuses, type, required, missing } = await stack.outputs();
    assert.deepEqual([statuses, type], [["DRAFT"], BRAND.registrationType]);
    assert.ok(Number(required) > 3, String(required));
    assert.match(
      String(missing),
      /^DescribeRegistrations failed \(registration-none\): .*Check the registration's id and the region/,
    );
    const regions = (await stack.control.calls()).map(({ region }) => region);
    assert.deepEqual([...new Set(regions)], ["us-east-1"]);
  });
});
