import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { accountIdOf, type FaultRule, forms, type Simulator, startSimulator } from "../../simulator";
import { withoutPauses } from "./crashPoints";
import { ACCESS_KEY, startProcess } from "./process";

const BRAND = "US_TEN_DLC_BRAND_REGISTRATION";
const COUNT = 200;
const fields = { "companyInfo.companyName": "Example Ltd" };

describe("many registrations in one run", function () {
  this.timeout(120_000);
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator();
    for (const { FieldPath, FieldRequirement } of forms.get(BRAND)?.fields ?? []) {
      if (FieldRequirement !== "REQUIRED" || Object.hasOwn(fields, FieldPath)) continue;
      await simulator.control.defineField(BRAND, { FieldPath, FieldRequirement: "OPTIONAL" });
    }
  });
  after(() => simulator?.close());

  it(`${COUNT} are made and submitted side by side, each once, while the service throttles every twentieth call`, async () => {
    const throttled: FaultRule[] = Array.from({ length: 40 }, (_, index) => ({
      nth: 20 * (index + 1),
      fault: { kind: "refuse", code: "ThrottlingException" },
    }));
    await simulator.control.faults(throttled);
    const { Registration, RegistrationVersion } = await startProcess({ endpoint: simulator.url, maxAttempts: 10 });
    const statuses = await Promise.all(
      Array.from({ length: COUNT }, async (_, index) => {
        const made = await Registration.create({ registrationType: BRAND, identity: `registration ${index}` });
        const inputs = { registrationId: made.id, registrationType: BRAND, fields };
        const { failures } = await RegistrationVersion.check({}, inputs);
        assert.deepEqual(failures, []);
        return (await RegistrationVersion.create(inputs)).outs?.status;
      }),
    );
    assert.deepEqual([...new Set(statuses)], ["SUBMITTED"]);
    assert.equal((await simulator.control.firedFaults()).length, 40);
    const { registrations } = await simulator.control.account({ accountId: accountIdOf(ACCESS_KEY) });
    assert.equal(registrations.length, COUNT);
    assert.ok(registrations.every(({ versions }) => versions.length === 1 && versions[0]?.status === "SUBMITTED"));
    const calls = (await simulator.control.calls()).filter(({ status }) => status === 200).map((one) => one.operation);
    // The form is read once; create, put, submit and a last look for each.
    assert.equal(calls.filter((operation) => operation === "DescribeRegistrationFieldDefinitions").length, 1);
    assert.equal(calls.length, 4 * COUNT + 1);
  });

  it("a second stack that declares other content for a registration under review is told so, and changes nothing", async () => {
    const first = await startProcess({ endpoint: simulator.url });
    const { id } = await first.Registration.create({ registrationType: BRAND, identity: "shared" });
    const inputs = { registrationId: id, registrationType: BRAND, fields };
    await first.RegistrationVersion.create(inputs);
    const before = await simulator.control.account({ accountId: accountIdOf(ACCESS_KEY) });
    const second = await startProcess({ endpoint: simulator.url });
    await assert.rejects(
      second.RegistrationVersion.create({ ...inputs, fields: { "companyInfo.companyName": "Other Ltd" } }),
      /Version 1 of registration-\w+ is SUBMITTED and holds other field values than the declared ones/,
    );
    assert.deepEqual(await simulator.control.account({ accountId: accountIdOf(ACCESS_KEY) }), before);
  });

  it("of two that write to the same draft at once, one has what it declares submitted, and the other is told", async () => {
    const { control } = simulator;
    for (let pair = 0; pair < 6; pair++) {
      const { id } = await (await startProcess({ endpoint: simulator.url })).Registration.create({
        registrationType: BRAND,
        identity: `pair ${pair}`,
      });
      // Both have seen the draft before either writes.
      await control.faults([
        { operation: "DescribeRegistrationVersions", times: 2, fault: { kind: "delay", ms: 100 } },
      ]);
      const names = ["One Ltd", "Two Ltd"];
      const runs = names.map(async (name) => {
        const { RegistrationVersion } = await startProcess({ endpoint: simulator.url });
        const form = { "companyInfo.companyName": name };
        return RegistrationVersion.create({ registrationId: id, registrationType: BRAND, fields: form });
      });
      const ends = await withoutPauses(simulator, () => Promise.allSettled(runs));
      await control.clearFaults();
      const { registrations } = await control.account({ accountId: accountIdOf(ACCESS_KEY) });
      const [version] = registrations.find(({ registrationId }) => registrationId === id)?.versions ?? [];
      const won = names.filter((_, index) => ends[index]?.status === "fulfilled");
      assert.deepEqual([won, version?.status], [[version?.fields["companyInfo.companyName"]], "SUBMITTED"]);
      const told = ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
      assert.match(told.join(), /holds other field values than/);
    }
  });
});
