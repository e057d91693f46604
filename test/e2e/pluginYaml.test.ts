import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { accountIdOf } from "../../simulator";
import { playSts } from "../aws/sts";
import { Stack } from "./stack";

// Of a text that looks like a number, Pulumi YAML makes one.
const SECRETS = {
  taxId: "12-3456789",
  contactFirstName: "Wilhelmina",
  contactLastName: "Featherstone",
  contactPhoneNumber: "+1-206-555-0142",
};
/** Goes among the resources of the program. */
const REMOTE = `
  remote:
    type: sms-registrations:RegistrationAttachment
    properties: { file: { "fn::remoteAsset": URL } }
`;
/** Goes below the outputs of the program. */
const LOOKUPS = `
  sameContent: \${remote.contentHash}
  type: \${registered.registrationType}
  sections: \${form.registrationSectionDefinitions[0].sectionPath}
  found: \${secretly}
variables:
  registered:
    fn::invoke:
      function: sms-registrations:getRegistration
      arguments: { registrationId: "\${registration.id}" }
  form:
    fn::invoke:
      function: sms-registrations:getRegistrationSectionDefinitions
      arguments: { registrationType: US_TOLL_FREE_REGISTRATION, region: us-east-1 }
  secretly:
    fn::invoke:
      function: sms-registrations:getRegistration
      arguments: { registrationId: { "fn::secret": "\${registration.id}" } }
      return: registrationStatus
`;
const EXTERNAL_ID = "external-id-canary";
const VERSION = "sms-registrations:index:RegistrationVersion";

describe("examples/yaml-toll-free, by the plugin and the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  let sts: Awaited<ReturnType<typeof playSts>>;
  before(async () => {
    sts = await playSts();
    stack = await Stack.create("yaml-toll-free");
    stack.linkModules();
    const phoneNumberId = await stack.phoneNumber("TOLL_FREE");
    await stack.configure({ plain: { phoneNumberId, "sms-registrations:region": "us-east-1" }, secret: SECRETS });
  });
  after(async () => {
    sts?.close();
    await stack?.close();
  });

  async function resource(type: string): Promise<{ id: string; outputs: Record<string, unknown> }> {
    const { deployment } = JSON.parse(await stack.pulumi.must("stack", "export"));
    return deployment.resources.find((one: { type: string }) => one.type === type);
  }

  it("uploads the picture, associates the number and submits the form, after a preview with unknown outputs", async () => {
    const calls = await stack.callsOf(() => stack.up());
    for (const write of ["CreateRegistration", "CreateRegistrationAttachment", "SubmitRegistrationVersion"]) {
      assert.equal(calls.filter((name) => name === write).length, 1, write);
    }
    const { status, versionNumber } = await stack.outputs();
    assert.deepEqual([status, versionNumber], ["SUBMITTED", 1]);
  });

  it("keeps the secrets out of the exported state", async () => {
    const exported = await stack.pulumi.must("stack", "export");
    for (const secret of Object.values(SECRETS)) assert.ok(!exported.includes(secret), `${secret} stands in plain`);
  });

  it("makes no call in an unchanged preview", async () => {
    assert.deepEqual(await stack.callsOf(() => stack.pulumi.must("preview", "--expect-no-changes")), []);
  });

  it("shows the denial after a refresh, and the field that changes in a preview", async () => {
    await stack.control.setStatus((await resource(VERSION)).id, {
      versionStatus: "DENIED",
      deniedReasons: [{ Reason: "USE_CASE_UNCLEAR", ShortDescription: "What is sent is not clear" }],
    });
    await stack.pulumi.must("refresh", "--yes", "--skip-preview");
    assert.equal((await resource(VERSION)).outputs.status, "DENIED");
    await stack.configure({ plain: { useCaseDetails: "Customers are told when the order is shipped." } });
    assert.match(await stack.pulumi.must("preview", "--diff"), /~ messagingUseCase\.useCaseDetails/);
  });

  it("opens the next version with every field, and is approved, by a role, with a picture from elsewhere, while look-ups tell of it", async () => {
    const picture = createServer((_, response) => response.end(readFileSync(stack.file("opt-in.png"))));
    await new Promise<void>((resolve) => picture.listen(0, "127.0.0.1", resolve));
    const { port } = picture.address() as AddressInfo;
    const program = readFileSync(stack.file("Pulumi.yaml"), "utf8");
    const remote = REMOTE.replace("URL", `http://127.0.0.1:${port}/opt-in.png`);
    writeFileSync(stack.file("Pulumi.yaml"), program.replace("resources:\n", `resources:\n${remote}`) + LOOKUPS);
    stack.pulumi.env.AWS_ENDPOINT_URL_STS = sts.url;
    const accountId = accountIdOf(String(stack.pulumi.env.AWS_ACCESS_KEY_ID));
    await stack.configure({
      plain: { "sms-registrations:assumeRoleArn": `arn:aws:iam::${accountId}:role/messaging` },
      secret: { "sms-registrations:assumeRoleExternalId": EXTERNAL_ID },
    });
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    picture.close();
    const { type, sections, found, sameContent } = await stack.outputs();
    assert.equal(
      sameContent,
      createHash("sha256")
        .update(readFileSync(stack.file("opt-in.png")))
        .digest("hex"),
    );
    assert.deepEqual([type, sections], ["US_TOLL_FREE_REGISTRATION", "companyInfo"]);
    assert.equal(found, "[secret]");
    assert.equal(sts.assumed[0]?.parameters.ExternalId, EXTERNAL_ID);
    assert.ok(!(await stack.pulumi.must("stack", "export")).includes(EXTERNAL_ID));
    assert.equal(calls.filter((name) => name === "CreateRegistrationVersion").length, 1);
    const { id, outputs } = await resource(VERSION);
    assert.deepEqual([outputs.status, outputs.versionNumber], ["SUBMITTED", 2]);
    await stack.control.setStatus(id, { versionStatus: "APPROVED" });
    await stack.pulumi.must("refresh", "--yes", "--skip-preview");
    assert.equal((await resource(VERSION)).outputs.status, "APPROVED");
  });
});
