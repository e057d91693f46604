import assert from "node:assert/strict";
import { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { type FaultRule, forms, type SimulatorControl } from "../../simulator";
import { BRAND } from "./forms";
import type { DeclaredResource } from "./hosts";
import { Stack } from "./stack";

const COUNT = 200;
const FIELDS = { "companyInfo.companyName": "Example Ltd", "companyInfo.city": "Seattle" };

/** Registrations that somebody has made elsewhere, of a form in which nothing is required. */
async function registrations({ pulumi, control, simulator }: Stack, count: number): Promise<string[]> {
  for (const { FieldPath } of forms.get(BRAND.registrationType)?.fields ?? []) {
    await control.defineField(BRAND.registrationType, { FieldPath, FieldRequirement: "OPTIONAL" });
  }
  const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = pulumi.env;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  const client = new PinpointSMSVoiceV2({ endpoint: simulator.url, region: "us-east-1", credentials });
  const made = Array.from({ length: count }, () =>
    client.createRegistration({ RegistrationType: BRAND.registrationType }),
  );
  const ids = (await Promise.all(made)).map(({ RegistrationId }) => String(RegistrationId));
  client.destroy();
  return ids;
}

/** How often each operation succeeded; what failed is left out. */
async function succeeded(control: SimulatorControl): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { operation, status } of await control.calls()) {
    if (status === 200) counts[operation] = (counts[operation] ?? 0) + 1;
  }
  return counts;
}

describe(`${COUNT} versions in one stack, through the real engine`, function () {
  this.timeout(300_000);
  let stack: Stack;
  let ids: string[];
  before(async () => {
    stack = await Stack.create();
    ids = await registrations(stack, COUNT);
    // Without a pause that grows with what fails.
    const plain = { "sms-registrations:callsPerSecond": "1000", "sms-registrations:retryMode": "standard" };
    await stack.configure({ plain });
  });
  after(() => stack?.close());

  const declare = (submit: boolean) => {
    const resources = ids.map((registrationId, index) => {
      const args = { registrationId, ...BRAND, fields: FIELDS, submit };
      return { type: "RegistrationVersion", name: `version-${index}`, args };
    });
    stack.declare({ resources });
  };
  const parallel = ["--skip-preview", "--parallel=1000"];

  it("are filled in side by side, each with every call once", async () => {
    declare(false);
    await stack.control.clearCalls();
    await stack.up(...parallel);
    assert.deepEqual(await succeeded(stack.control), {
      DescribeRegistrationFieldDefinitions: 1,
      DescribeRegistrationVersions: COUNT,
      DescribeRegistrationFieldValues: COUNT,
      PutRegistrationFieldValue: COUNT * Object.keys(FIELDS).length,
      DescribeRegistrations: COUNT,
    });
  });

  it("are all submitted, each once, by a service that fails at every tenth call", async () => {
    declare(true);
    const failures = Array.from({ length: 40 }, (_, index): FaultRule => {
      return { nth: 10 * (index + 1), fault: { kind: "refuse", code: "InternalServerException" } };
    });
    await stack.control.faults(failures);
    await stack.control.clearCalls();
    await stack.up(...parallel);
    const { SubmitRegistrationVersion, PutRegistrationFieldValue } = await succeeded(stack.control);
    assert.deepEqual([SubmitRegistrationVersion, PutRegistrationFieldValue], [COUNT, undefined]);
    assert.equal((await stack.control.firedFaults()).length, failures.length);
    const held = (await stack.control.account()).registrations.flatMap(({ versions }) => versions);
    assert.deepEqual([held.length, ...new Set(held.map(({ status }) => status))], [COUNT, "SUBMITTED"]);
  });
});

describe("two stacks that declare the same registration, brought up at the same moment", function () {
  this.timeout(300_000);
  let first: Stack;
  let second: Stack;
  let alike: string;
  let contested: string;
  before(async () => {
    [first, second] = await Promise.all([Stack.create(), Stack.create()]);
    [alike = "", contested = ""] = await registrations(first, 2);
    await second.configure({ plain: { "sms-registrations:endpoint": first.simulator.url } });
    declare(first, "Seattle");
    declare(second, "Tacoma");
  });
  after(() => Promise.all([first?.close(), second?.close()]));

  function declare(stack: Stack, city: string): void {
    const owner = (adopt: string, name: string): DeclaredResource => {
      return { type: "Registration", name, args: { ...BRAND, adopt } };
    };
    const version = (owner: string, fields: object, dependsOn: string[]): DeclaredResource => {
      const args = { registrationId: { $id: owner }, ...BRAND, fields };
      return { type: "RegistrationVersion", name: `${owner}-version`, args, dependsOn };
    };
    const resources = [owner(alike, "alike"), owner(contested, "contested")];
    resources.push(version("alike", FIELDS, ["contested"]));
    resources.push(version("contested", { ...FIELDS, "companyInfo.city": city }, ["alike-version"]));
    stack.declare({ resources });
  }

  it("submits each once; who declares what was not submitted is told so, at once and by every later run", async () => {
    // Nobody is ahead: both have seen the draft before either writes.
    const together = {
      operation: "DescribeRegistrationVersions",
      times: 2,
      fault: { kind: "delay", ms: 2000 },
    } as const;
    await first.control.faults([together]);
    await first.control.clearCalls();
    const runs = await Promise.all([first, second].map((stack) => stack.pulumi.run("up", "--yes", "--skip-preview")));
    const [first_, second_] = runs.sort((a, b) => Number(a.exitCode) - Number(b.exitCode));
    assert.equal(first_?.exitCode, 0);
    assert.notEqual(second_?.exitCode, 0);
    const other = new RegExp(
      `Version 1 of ${contested} is SUBMITTED, and holds other field values|Version 1 of ${contested} is SUBMITTED and holds other field values`,
    );
    assert.match(`${second_?.stdout}${second_?.stderr}`, other);
    assert.equal((await succeeded(first.control)).SubmitRegistrationVersion, 2);
    assert.equal((await succeeded(first.control)).CreateRegistrationVersion, undefined);

    const later = [first, second].map(async (stack) => {
      await stack.pulumi.must("refresh", "--yes", "--skip-preview");
      const { exitCode, stdout, stderr } = await stack.pulumi.run("up", "--yes", "--skip-preview");
      return { exitCode, text: stdout + stderr };
    });
    const [won, lost] = (await Promise.all(later)).sort((a, b) => Number(a.exitCode) - Number(b.exitCode));
    assert.equal(won?.exitCode, 0);
    assert.notEqual(lost?.exitCode, 0);
    const told = `Version 1 of ${contested} is SUBMITTED and holds other field values than the declared ones`;
    assert.ok(lost?.text.includes(told), lost?.text);
    assert.ok(!lost?.text.includes(`of ${alike}`));
    assert.equal((await succeeded(first.control)).SubmitRegistrationVersion, 2);
  });
});
