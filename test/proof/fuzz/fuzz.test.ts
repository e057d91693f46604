import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { type Simulator, startSimulator } from "../../../simulator";
import { HOSTS } from "../process";
import { fuzzAnswers } from "./answers";
import { fuzzArguments, fuzzFiles, fuzzRequests } from "./inputs";

const options = { runs: 150, seed: Date.now() % 2_147_483_647 };

describe(`input of any kind, with seed ${options.seed}: nothing crashes, hangs or repeats a value`, function () {
  this.timeout(60_000);
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator();
  });
  after(() => simulator?.close());

  for (const host of HOSTS) {
    it(`${host}: arguments`, async () => {
      assert.equal(await fuzzArguments(simulator, host, options), undefined);
    });
  }

  it("answers of the service", async () => {
    assert.equal(await fuzzAnswers(options), undefined);
  });

  it("files", async () => {
    assert.equal(await fuzzFiles(options), undefined);
  });

  it("requests to the simulator", async () => {
    assert.equal(await fuzzRequests(simulator, options), undefined);
  });
});
