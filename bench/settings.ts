/** What a user can set at the engine for stacks with many resources, and how much it helps. */
import { CONTESTANTS } from "./contestants";
import type { EngineSettings } from "./contestants/contestant";
import { type Life, live } from "./life";
import { PHASES } from "./phases";
import type { Results } from "./record";

const SIZE = 100;
const NAMES = ["first up", "refresh, in review", "destroy"];

const noCheckpoints = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };
const parallel = ["--parallel", "64"];
const SETTINGS: Record<string, EngineSettings> = {
  default: {},
  "--parallel 64": { args: parallel },
  "PULUMI_SKIP_CHECKPOINTS=true, PULUMI_EXPERIMENTAL=true": { env: noCheckpoints },
  both: { args: parallel, env: noCheckpoints },
};

export async function settingsOfTheEngine(life: Omit<Life, "size">, results: Results): Promise<void> {
  const rows: Record<string, string>[] = [];
  for (const name of ["floor", "dynamic"]) {
    const contestant = CONTESTANTS.find((one) => one.name === name);
    if (contestant === undefined) continue;
    for (const [setting, settings] of Object.entries(SETTINGS)) {
      const phases = PHASES.filter((phase) => NAMES.includes(phase.name));
      const run = await live(contestant, { ...life, size: SIZE, phases, settings });
      const times = run.phases.map(({ phase, wallMs, failed }) => [
        `${phase}, s`,
        `${(wallMs / 1000).toFixed(1)}${failed ? ", failed" : ""}`,
      ]);
      rows.push({ who: name, setting, ...Object.fromEntries(times) });
    }
  }
  results.figures[`Settings of the engine, ${SIZE} registrations`] = rows;
}
