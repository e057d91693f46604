import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { dynamicProvider } from "../../../provider/hosts/dynamic/host";
import { LIFECYCLES } from "../../../provider/hosts/registry";
import { type Simulator, startSimulator } from "../../../simulator";
import { BRAND_FIELDS as FORM } from "../../e2e/forms";

type Provider = Required<pulumi.dynamic.ResourceProvider>;

/**
 * What the dynamic host makes of each status of the newest version, the service being the simulator: the writes of an
 * `up` with the same form, and with another one. `refused` is an error that names this code's words.
 */
const VERSIONS: [status: string, same: string[] | RegExp, differs: string[] | RegExp][] = [
  ["DRAFT", ["Submit"], ["Put", "Submit"]],
  ["SUBMITTED", [], /is SUBMITTED and holds other field values/],
  ["AWS_REVIEWING", [], /is AWS_REVIEWING and holds other field values/],
  ["REVIEWING", [], /is REVIEWING and holds other field values/],
  ["REQUIRES_AUTHENTICATION", [], /is REQUIRES_AUTHENTICATION and holds other field values/],
  ["REQUIRES_OFFLINE_REVIEW", [], /is REQUIRES_OFFLINE_REVIEW and holds other field values/],
  ["APPROVED", [], ["Open", "Put", "Submit"]],
  ["DENIED", /was denied, and the declared fields are the ones that were denied/, ["Open", "Put", "Submit"]],
  ["DISCARDED", ["Open", "Put", "Submit"], ["Open", "Put", "Submit"]],
  ["REVOKED", ["Open", "Put", "Submit"], ["Open", "Put", "Submit"]],
  ["ARCHIVED", ["Open", "Put", "Submit"], ["Open", "Put", "Submit"]],
  [
    "QUANTUM_REVIEWING",
    [],
    /is QUANTUM_REVIEWING, a status that this version of pulumi-sms-registrations does not know/,
  ],
];

const REGISTRATIONS = [
  "CREATED",
  "SUBMITTED",
  "AWS_REVIEWING",
  "REVIEWING",
  "REQUIRES_AUTHENTICATION",
  "PROVISIONING",
  "COMPLETE",
  "REQUIRES_UPDATES",
  "CLOSED",
  "QUANTUM_PROVISIONING",
];

const SHORT: Readonly<Record<string, string>> = {
  CreateRegistrationVersion: "Open",
  PutRegistrationFieldValue: "Put",
  SubmitRegistrationVersion: "Submit",
  DiscardRegistrationVersion: "Discard",
};

describe("the dynamic host, whatever the status", () => {
  let simulator: Simulator;
  let version: Provider;
  let registration: Provider;
  let count = 0;

  before(async () => {
    process.env.AWS_ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    process.env.AWS_SECRET_ACCESS_KEY = "not checked";
    simulator = await startSimulator();
    version = await hosted(LIFECYCLES.RegistrationVersion);
    registration = await hosted(LIFECYCLES.Registration);
  });
  after(() => simulator.close());

  async function hosted(lifecycle: Parameters<typeof dynamicProvider>[0] | object): Promise<Provider> {
    const provider = dynamicProvider(lifecycle as Parameters<typeof dynamicProvider>[0]) as Provider;
    const config: Record<string, string> = {
      "aws:region": "us-east-1",
      "sms-registrations:endpoint": simulator.url,
      "sms-registrations:callsPerSecond": "10000",
    };
    await provider.configure({ config: { get: (key) => config[key], require: (key) => config[key] ?? "" } });
    return provider;
  }

  /** A registration whose first version is a draft with a city, made by this host. */
  async function draft() {
    count += 1;
    const { id } = await registration.create({
      registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
      identity: `${count}`,
    });
    const inputs = { registrationId: id, fields: FORM, validation: "off", submit: false };
    const { outs } = await version.create(inputs);
    return { id, state: outs as Record<string, unknown>, inputs: { ...inputs, submit: true } };
  }

  /** The writes of a run, in their order, each kind once. */
  async function writesOf(run: () => Promise<unknown>): Promise<string[]> {
    const since = (await simulator.control.calls()).length;
    await run();
    const names = (await simulator.control.calls()).slice(since).map(({ operation }) => SHORT[operation]);
    return [...new Set(names.filter((name) => name !== undefined))];
  }

  for (const [status, same, differs] of VERSIONS) {
    for (const [title, expected, fields] of [
      ["the same", same, {}],
      ["another", differs, { "companyInfo.city": "Tacoma" }],
    ] as const) {
      it(`meets a version that is ${status} with ${title} form`, async () => {
        const { id, state, inputs } = await draft();
        if (status !== "DRAFT") await simulator.control.setStatus(id, { versionStatus: status });
        const read = await version.read(id, state);
        // A version that was given up elsewhere reads as gone, and what is declared is then created again.
        if (status === "DISCARDED") assert.deepEqual(read, { id: "", props: {} });
        else assert.equal(read.props?.status, status);
        const declared = { ...inputs, fields: { ...FORM, ...fields } };
        const up = () => (status === "DISCARDED" ? version.create(declared) : version.update(id, read.props, declared));
        if (expected instanceof RegExp) await assert.rejects(up, expected);
        else assert.deepEqual(await writesOf(up), expected);
      });
    }

    it(`deletes a version that is ${status} as far as that goes`, async () => {
      const { id, state } = await draft();
      await simulator.control.settings({ discardWhileInReview: "always" });
      if (status !== "DRAFT") await simulator.control.setStatus(id, { versionStatus: status });
      const isOpen = /DRAFT|SUBMITTED|REVIEW|AUTHENTICATION/.test(status);
      // Another run: what a run has created it never deletes.
      const later = await hosted(LIFECYCLES.RegistrationVersion);
      assert.deepEqual(await writesOf(() => later.delete(id, state)), isOpen ? ["Discard"] : []);
    });
  }

  for (const status of REGISTRATIONS) {
    it(`passes on that a registration is ${status}`, async () => {
      const { id, state } = await draft();
      await simulator.control.setStatus(id, { registrationStatus: status });
      const ofVersion = await version.read(id, state);
      const ofRegistration = await registration.read(id, { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" });
      assert.deepEqual(
        [ofVersion.props?.registrationStatus, ofRegistration.props?.registrationStatus],
        [status, status],
      );
    });
  }

  it("reads a registration that is DELETED as gone", async () => {
    const { id } = await draft();
    await simulator.control.setStatus(id, { registrationStatus: "DELETED" });
    assert.equal((await registration.read(id, { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" })).id, "");
  });
});
