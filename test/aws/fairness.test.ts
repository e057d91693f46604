import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { connect } from "../../provider/aws";
import type { Simulator } from "../../simulator";
import { startSimulator } from "../../simulator";

const RESOURCES = 20;
const CALLS_EACH = 5;
const PER_SECOND = 50;
/** For the way from the client to the service. */
const TOLERANCE_MS = 100;

describe("the calls a second, shared by 20 resources that begin at once", function () {
  this.timeout(20_000);
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator();
    process.env.AWS_ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    process.env.AWS_SECRET_ACCESS_KEY = "not checked";
    // Retries take their turn like any other call.
    await simulator.control.faults([
      { nth: 20, times: 5, fault: { kind: "refuse", code: "InternalServerException" } },
      { nth: 60, times: 5, fault: { kind: "refuse", code: "InternalServerException" } },
    ]);
    const settings = { region: "us-east-1", endpoint: simulator.url, callsPerSecond: PER_SECOND };
    const aws = connect({ ...settings, retryMode: "standard", maxAttempts: 10 });
    const life = async (index: number) => {
      for (let call = 0; call < CALLS_EACH; call++)
        await aws.observe(`registration-of-many-${index}`, ["newestVersion"]);
    };
    await Promise.all(Array.from({ length: RESOURCES }, (_, index) => life(index)));
  });
  after(() => simulator?.close());

  it("are never more than configured in any second, retries included", async () => {
    const times = (await simulator.control.calls()).map(({ time }) => Date.parse(time)).sort((a, b) => a - b);
    assert.equal(times.length, RESOURCES * CALLS_EACH + 10);
    times.forEach((time, index) => {
      const before = times[index - PER_SECOND];
      if (before !== undefined)
        assert.ok(time - before >= 1000 - TOLERANCE_MS, `${time - before} ms for ${PER_SECOND + 1} calls`);
    });
  });

  it("come to each in its turn: nobody waits until the others are done", async () => {
    const asked = (await simulator.control.calls()).map(({ registrationId }) => registrationId);
    const ids = [...new Set(asked)];
    const waits = ids.map((id) =>
      asked.flatMap((one, at) => (one === id ? [at] : [])).map((at, n, all) => at - (all[n - 1] ?? 0)),
    );
    assert.equal(ids.length, RESOURCES);
    const longest = Math.max(...waits.flat());
    assert.ok(longest <= 3 * RESOURCES, `one has waited for ${longest} calls of others`);
  });
});
