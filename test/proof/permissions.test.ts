import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { OPERATIONS } from "../../provider/aws/operations";
import { type Simulator, startSimulator } from "../../simulator";
import { undisturbed, withoutPauses } from "./crashPoints";
import { SCENARIOS } from "./scenarios";

describe("the table of operations, from which permissions are derived", function () {
  this.timeout(60_000);
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator();
  });
  after(() => simulator?.close());

  it("names every call that any scenario makes, and its permission", async () => {
    const allowed = new Set<string>(Object.values(OPERATIONS).map(({ iamAction }) => iamAction));
    const made = new Set<string>();
    await withoutPauses(simulator, async () => {
      for (const scenario of SCENARIOS) {
        await undisturbed({ simulator, host: "dynamic resources" }, scenario);
        for (const { operation } of await simulator.control.calls()) made.add(`sms-voice:${operation}`);
      }
    });
    assert.deepEqual(
      [...made].filter((action) => !allowed.has(action)),
      [],
    );
    // Each write is made by some scenario, so none is allowed that nobody needs.
    const writes = Object.values(OPERATIONS).filter(({ access }) => access === "write");
    assert.deepEqual(
      writes.map(({ iamAction }) => iamAction).filter((action) => !made.has(action)),
      [],
    );
  });
});
