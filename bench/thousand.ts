/**
 * A thousand registrations in one stack. The engine alone takes five minutes for a first `up` of so many, since it writes
 * the whole state after every step; so here it writes the state at the end of a run only.
 */
import { CONTESTANTS } from "./contestants";
import { type Life, live } from "./life";
import { PHASES } from "./phases";
import type { Results } from "./record";

const SIZE = 1000;
const NAMES = ["first up", "preview", "refresh, settled", "refresh, settled, 10 calls/s"];
const CONTESTANTS_HERE = ["floor", "dynamic"];
const settings = { env: { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" } };

export async function thousand(life: Omit<Life, "size">, results: Results): Promise<void> {
  const rows: Record<string, string>[] = [];
  // What settles them is the verdicts, which are no phase of their own here.
  const phases = PHASES.filter(({ name }) => NAMES.includes(name) || name === "refresh, verdicts");
  for (const name of CONTESTANTS_HERE) {
    const contestant = CONTESTANTS.find((one) => one.name === name);
    if (contestant === undefined) continue;
    const run = await live(contestant, { ...life, size: SIZE, phases, settings });
    for (const { phase, wallMs, cpuMs, calls, failed } of run.phases) {
      const made = Object.values(calls).reduce((sum, count) => sum + count, 0);
      rows.push({
        phase,
        who: name,
        "wall s": (wallMs / 1000).toFixed(1),
        "CPU s": ((cpuMs ?? 0) / 1000).toFixed(1),
        calls: `${made}${failed ? `, failed: ${failed.slice(0, 80)}` : ""}`,
      });
    }
  }
  rows.sort((a, b) => NAMES.indexOf(a.phase ?? "") - NAMES.indexOf(b.phase ?? ""));
  results.figures[`${SIZE} registrations, the state written at the end of a run (PULUMI_SKIP_CHECKPOINTS)`] = rows;
}
