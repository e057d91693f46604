import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { type Simulator, startSimulator } from "../../simulator";
import { growthPerRound } from "./memory";
import { HOSTS } from "./process";
import { simulatedYear } from "./year";

/** Some ten calls, each with an answer of kilobytes: had they been kept, it would be more. */
const MOST_BYTES_A_ROUND = 4000;

describe("a long life: reviews, denials, revocations, drift of the form and changes elsewhere", function () {
  this.timeout(60_000);
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator({ clock: "virtual", startTime: new Date("2026-01-01") });
  });
  after(() => simulator?.close());

  for (const host of HOSTS) {
    it(`${host}: ends in what is declared, by no more versions and calls than needed`, async () => {
      const { versions, quietCalls } = await simulatedYear({ simulator, host }, { weeks: 8, count: 3 });
      assert.ok(versions > 4, `only ${versions} versions`);
      assert.ok(quietCalls[1] <= quietCalls[0]);
    });

    it(`${host}: keeps next to nothing of what a process has done`, async () => {
      const bytes = await growthPerRound({ simulator, host }, { rounds: 20 });
      assert.ok(bytes < MOST_BYTES_A_ROUND, `${Math.round(bytes)} bytes a round`);
    });
  }
});
