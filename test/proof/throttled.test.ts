import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { accountIdOf, type Simulator, startSimulator } from "../../simulator";
import { BRAND, BRAND_FIELDS } from "../e2e/forms";
import { startDynamic } from "./dynamicProcess";
import { ACCESS_KEY } from "./process";

const COUNT = 3;
const PER_SECOND = 5;

describe("a service that takes few calls of each operation a second", function () {
  this.timeout(120_000);
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator();
    await simulator.control.settings({ callsPerSecondPerOperation: PER_SECOND, latencyMs: 20 });
  });
  after(() => simulator?.close());

  it("is not pushed, with the default settings, and nobody hears of a throttled call", async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: ACCESS_KEY, AWS_SECRET_ACCESS_KEY: "nothing that anybody checks" });
    const own = { endpoint: simulator.url };
    const { Registration, RegistrationVersion } = await startDynamic({ region: "us-east-1", own });
    const statuses = await Promise.all(
      Array.from({ length: COUNT }, async (_, index) => {
        const made = await Registration.create({ ...BRAND, identity: `registration ${index}` });
        const inputs = { ...BRAND, registrationId: made.id, fields: BRAND_FIELDS, ignoreAdvice: ["placeholderText"] };
        await RegistrationVersion.check({}, inputs);
        return (await RegistrationVersion.create(inputs)).outs?.status;
      }),
    );
    assert.deepEqual(statuses, Array(COUNT).fill("SUBMITTED"));
    const { registrations } = await simulator.control.account({ accountId: accountIdOf(ACCESS_KEY) });
    assert.equal(registrations.length, COUNT);

    const calls = await simulator.control.calls();
    const throttled = calls.filter(({ errorCode }) => errorCode === "ThrottlingException");
    assert.ok(throttled.length < calls.length / 4, `${throttled.length} of ${calls.length} were throttled`);
  });
});
