import assert from "node:assert/strict";
import { devNull } from "node:os";
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

describe("calls without a region", () => {
  const environment = { ...process.env };
  after(() => {
    process.env = environment;
  });

  it("are not made, and it is said where to set one", async () => {
    const { AWS_REGION: _, AWS_DEFAULT_REGION: __, ...others } = environment;
    process.env = { ...others, AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull };
    const aws = connect({ endpoint: "http://127.0.0.1:1" });
    const message =
      "Region is missing. Set the region: the `region` argument, `aws:region` of the stack, or AWS_REGION.";
    await assert.rejects(aws.observe("registration-1", ["registration"]), { name: "RegionError", message });
    await assert.rejects(aws.region(), { name: "RegionError", message });
  });
});
