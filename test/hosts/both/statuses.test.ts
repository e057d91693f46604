import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../../../simulator";
import { BRAND_FIELDS as FORM } from "../../e2e/forms";
import { HOSTS, type Process, startProcess } from "../../proof/process";

/**
 * What each host makes of each status of the newest version, the service being the simulator: the writes of an
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

for (const host of HOSTS)
  describe(`${host}, whatever the status`, () => {
    let simulator: Simulator;
    let process: Process;
    let later: Process;
    let count = 0;

    before(async () => {
      simulator = await startSimulator();
      const options = { endpoint: simulator.url, host, hear: () => undefined };
      process = await startProcess(options);
      // Another run: what a run has created it never deletes.
      later = await startProcess(options);
    });
    after(async () => {
      await process?.end();
      await later?.end();
      await simulator?.close();
    });

    /** A registration whose first version is a draft with a city, made by this host. */
    async function draft() {
      count += 1;
      const { id } = await process.Registration.create({
        registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
        identity: `${count}`,
      });
      const inputs = { registrationId: id, fields: FORM, validation: "off", submit: false };
      const { outs } = await process.RegistrationVersion.create(inputs);
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
          const version = process.RegistrationVersion;
          const read = await version.read(id, state, inputs);
          // A version that was given up elsewhere reads as gone, and what is declared is then created again.
          if (status === "DISCARDED") assert.equal(read.id, "");
          else assert.equal(read.props?.status, status);
          const declared = { ...inputs, fields: { ...FORM, ...fields } };
          const up = () =>
            status === "DISCARDED" ? version.create(declared) : version.update(id, read.props ?? {}, declared);
          if (expected instanceof RegExp) await assert.rejects(up, expected);
          else assert.deepEqual(await writesOf(up), expected);
        });
      }

      it(`deletes a version that is ${status} as far as that goes`, async () => {
        const { id, state } = await draft();
        await simulator.control.settings({ discardWhileInReview: "always" });
        if (status !== "DRAFT") await simulator.control.setStatus(id, { versionStatus: status });
        const isOpen = /DRAFT|SUBMITTED|REVIEW|AUTHENTICATION/.test(status);
        assert.deepEqual(await writesOf(() => later.RegistrationVersion.delete(id, state)), isOpen ? ["Discard"] : []);
      });
    }

    for (const status of REGISTRATIONS) {
      it(`passes on that a registration is ${status}`, async () => {
        const { id, state } = await draft();
        await simulator.control.setStatus(id, { registrationStatus: status });
        const ofVersion = await process.RegistrationVersion.read(id, state);
        const ofRegistration = await process.Registration.read(id, {
          registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
        });
        assert.deepEqual(
          [ofVersion.props?.registrationStatus, ofRegistration.props?.registrationStatus],
          [status, status],
        );
      });
    }

    it("reads a registration that is DELETED as gone", async () => {
      const { id } = await draft();
      await simulator.control.setStatus(id, { registrationStatus: "DELETED" });
      assert.equal((await process.Registration.read(id, { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" })).id, "");
    });
  });
