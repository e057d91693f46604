import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { type Simulator, startSimulator } from "../../simulator";
import { HOSTS } from "./process";
import { countOf, crashPointTable } from "./table";

/** Every so many cases; `npm run proof` takes all of them. The number is prime, so that all kinds and calls have a turn. */
const STRIDE = 17;

describe("whatever goes wrong at whichever call, the next run ends as if nothing had", function () {
  this.timeout(120_000);
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator();
  });
  after(() => simulator?.close());

  for (const [number, host] of HOSTS.entries()) {
    it(`${host}: in a part of the crash points and faults that \`npm run proof\` goes through`, async () => {
      const place = { simulator, host };
      const { rows, failures } = await crashPointTable(place, (index) => index % STRIDE === number);
      assert.deepEqual(failures, []);
      assert.ok(countOf(rows).total > 50, `only ${countOf(rows).total} cases`);
    });
  }
});
