import assert from "node:assert/strict";
import path from "node:path";
import { virtualEnvironment } from "../../../tools/workspace/pythonPackages";
import { pythonPackagesFor } from "../../python";
import { Stack } from "../stack";

const SECRETS = {
  taxId: "123456789",
  contactFirstName: "Wilhelmina",
  contactLastName: "Featherstone",
  contactPhoneNumber: "+12065550142",
};

describe("examples/python-toll-free, by the plugin and the real engine", function () {
  this.timeout(300_000);
  let stack: Stack;
  let phoneNumberId: string;
  before(async function () {
    const packages = await pythonPackagesFor(this, path.join(__dirname, "requirements.txt"));
    stack = await Stack.create("python-toll-free");
    stack.linkModules();
    const programs = await virtualEnvironment(stack.file("venv"), packages);
    stack.pulumi.env.PATH = [programs, stack.pulumi.env.PATH].join(path.delimiter);
    phoneNumberId = await stack.phoneNumber("TOLL_FREE");
    await stack.configure({ plain: { phoneNumberId, "sms-registrations:region": "us-east-1" }, secret: SECRETS });
  });
  after(() => stack?.close());

  it("uploads the picture, associates the number and submits the form, after a preview with unknown outputs", async () => {
    const calls = await stack.callsOf(() => stack.up());
    const writes = calls.filter((name) => !/^(Describe|List|Put)/.test(name)).sort();
    assert.deepEqual(writes, [
      "CreateRegistration",
      "CreateRegistrationAssociation",
      "CreateRegistrationAttachment",
      "SubmitRegistrationVersion",
    ]);
    const { status, versionNumber, deniedReasons } = await stack.outputs();
    assert.deepEqual([status, versionNumber, deniedReasons], ["SUBMITTED", 1, []]);
  });

  it("keeps the secrets out of the exported state", async () => {
    const exported = await stack.pulumi.must("stack", "export");
    for (const secret of Object.values(SECRETS)) assert.ok(!exported.includes(secret), `${secret} stands in plain`);
  });

  it("has the verdict in its outputs after a refresh, and nothing to do", async () => {
    await stack.control.setStatus(await stack.registrationId(), { versionStatus: "APPROVED" });
    await stack.pulumi.must("refresh", "--yes", "--skip-preview");
    assert.deepEqual(await stack.callsOf(() => stack.pulumi.must("preview", "--expect-no-changes")), []);
    assert.equal((await stack.version()).status, "APPROVED");
  });

  it("is destroyed once its number is released", async () => {
    await stack.control.release(phoneNumberId);
    await stack.pulumi.must("destroy", "--yes", "--skip-preview");
    const { registrations, attachments } = await stack.control.account({ region: "us-east-1" });
    assert.deepEqual([registrations, attachments], [[], []]);
  });
});
