import assert from "node:assert/strict";
import { CONTESTANTS } from "../../bench/contestants";
import { live } from "../../bench/life";
import { PHASES } from "../../bench/phases";
import type { Results } from "../../bench/record";
import { report } from "../../bench/table";
import { install } from "./stack";

describe("the bench, through the real engine", function () {
  this.timeout(60_000);

  it("measures a contestant, holds it to what the service has, and prints its table", async () => {
    const plugin = CONTESTANTS.find(({ name }) => name === "plugin");
    const engine = process.env.PULUMI_SMS_REGISTRATIONS_ENGINE;
    assert.ok(plugin && engine);
    const phases = PHASES.filter(({ name }) => ["first up", "destroy"].includes(name));
    const run = await live(plugin, { size: 1, latencyMs: 1, installed: install().directory, engine, phases });
    assert.deepEqual(
      run.phases.map(({ phase, failed }) => [phase, failed]),
      [
        ["first up", undefined],
        ["destroy", undefined],
      ],
    );
    assert.equal(run.phases[0]?.calls.PutRegistrationFieldValue, 25);
    assert.ok((run.state?.bytes ?? 0) > 1000);

    const results: Results = {
      date: "2026-01-01",
      machine: { cores: 2, model: "any", memoryGB: 8, platform: "linux x64", node: "v20" },
      versions: {},
      cases: [{ contestant: "plugin", size: 1, latencyMs: 1, runs: [run] }],
      figures: { "Some figure": [{ who: "ours", ms: 1 }] },
      absent: {},
      leftOut: ["the rest"],
    };
    const text = report(results);
    assert.match(text, /\| first up \| plugin \| \d+\.\d\d \|.*\| 2\d \| 27 \(27n\) \|/);
    for (const title of ["## 1 registration, 1 ms a call", "## State", "## Some figure", "## Left out"]) {
      assert.ok(text.includes(`\n${title}\n`), title);
    }
  });
});
