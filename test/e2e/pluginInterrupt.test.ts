import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { BRAND_FIELDS } from "./forms";
import { Stack } from "./stack";

const PROGRAM = `
name: yaml-toll-free
runtime: yaml
plugins:
  providers:
    - name: sms-registrations
      path: node_modules/pulumi-sms-registrations/bin
resources:
  registration:
    type: sms-registrations:Registration
    properties:
      registrationType: US_TEN_DLC_BRAND_REGISTRATION
  version:
    type: sms-registrations:RegistrationVersion
    properties:
      registrationId: \${registration.id}
      validation: "off"
      submit: true
      waitFor: approved
      fields:
`;

describe("Ctrl-C while the plugin waits, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create("yaml-toll-free");
    stack.linkModules();
    const fields = Object.entries(BRAND_FIELDS).map(([name, value]) => `        ${name}: ${JSON.stringify(value)}\n`);
    writeFileSync(stack.file("Pulumi.yaml"), PROGRAM + fields.join(""));
    await stack.configure({ plain: { "sms-registrations:region": "us-east-1" } });
  });
  after(() => stack?.close());

  async function version(): Promise<{ id: string; initErrors?: string[] } | undefined> {
    const { deployment } = JSON.parse(await stack.pulumi.must("stack", "export"));
    return deployment.resources.find(({ type }: { type: string }) => type.endsWith(":RegistrationVersion"));
  }

  it("ends the run soon and cleanly, and the resource is in the state", async () => {
    const args = ["up", "--yes", "--skip-preview", "--non-interactive", "--color=never"];
    const child = spawn("pulumi", args, { cwd: stack.file("."), env: stack.pulumi.env, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("close", resolve));
    const isWaiting = async () => {
      const calls = (await stack.control.calls()).map(({ operation }) => operation);
      return calls.includes("SubmitRegistrationVersion") && calls.at(-1) !== "SubmitRegistrationVersion";
    };
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 100));
    const interrupted = performance.now();
    child.kill("SIGINT");
    assert.notEqual(await ended, 0);
    assert.ok(performance.now() - interrupted < 10_000);
    assert.ok(((await version())?.initErrors ?? []).length > 0);
  });

  it("goes on with the next `up`, without another version or submission", async () => {
    const id = (await version())?.id ?? "";
    await stack.control.setStatus(id, { versionStatus: "APPROVED" });
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    assert.deepEqual(
      calls.filter((name) => !/^(Describe|List)/.test(name)),
      [],
    );
  });
});
