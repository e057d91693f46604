import assert from "node:assert/strict";
import { connect } from "../../provider/aws";
import { type Simulator, startSimulator } from "../../simulator";

describe("the calls a second", () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator();
    process.env.AWS_ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    process.env.AWS_SECRET_ACCESS_KEY = "not checked";
  });
  after(() => simulator.close());

  it("are never more than configured, whoever asks", async () => {
    const aws = connect({ region: "us-east-1", endpoint: simulator.url, callsPerSecond: 5 });
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => aws.observe(`registration-limited-${i}`, ["newestVersion"])),
    );
    const times = (await simulator.control.calls()).map(({ time }) => Date.parse(time));
    assert.equal(times.length, 12);
    // A tenth of a second for the way from here to there.
    times.forEach((time, i) => {
      const fifthBefore = times[i - 5];
      if (fifthBefore !== undefined) assert.ok(time - fifthBefore >= 900, `${time - fifthBefore} ms for 6 calls`);
    });
  });
});
