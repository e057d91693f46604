/** The results as Markdown: medians, and ratios to ours and to the floor. */
import { CONTESTANTS } from "./contestants";
import { type Cell, median, phaseResults, ratio, table } from "./figures";
import { growth } from "./growth";
import { PHASES, type Phase } from "./phases";
import type { Case, Results } from "./record";

/** What others are compared with. */
const OURS = "dynamic";
const FLOOR = "floor";

export function report(results: Results): string {
  const { machine, versions, date, figures, leftOut } = results;
  const place = ({ contestant }: Case) => CONTESTANTS.findIndex(({ name }) => name === contestant);
  const cases = [...results.cases].sort((a, b) => place(a) - place(b));
  const orders = [...new Set(cases.map(order))].sort((a, b) => a - b);
  return [
    "# Results",
    `${date.slice(0, 10)}; ${machine.cores} cores (${machine.model}), ${machine.memoryGB} GB, ${machine.platform}, Node.js ${machine.node}; ${Object.entries(
      versions,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.`,
    "`× ours` is the wall time in relation to the dynamic resources, `× floor` in relation to the engine with resources that do nothing. CPU and memory are of all processes of the command. What is measured, and how, stands in README.md.",
    ...orders.flatMap((rank) => lives(cases.filter((one) => order(one) === rank))),
    ...stateTable(cases),
    ...growth(cases),
    ...Object.entries(figures).flatMap(([title, rows]) => [`## ${title}`, table(rows)]),
    ...(leftOut.length > 0 ? ["## Left out", leftOut.map((one) => `- ${one}`).join("\n")] : []),
    "",
  ].join("\n\n");
}

function order({ size, callsPerSecond }: Case): number {
  return size + (callsPerSecond ? 0.5 : 0);
}

/** All contestants of one size, phase by phase. */
function lives(cases: Case[]): string[] {
  const [first] = cases;
  if (first === undefined) return [];
  const { size, latencyMs, callsPerSecond } = first;
  const runs = Math.max(...cases.map((one) => one.runs.length));
  const limit = callsPerSecond ? `, ${callsPerSecond} calls a second let in` : "";
  const rows = PHASES.flatMap((phase) => {
    const all = cases.map((one) => row(phase, one, cases)).filter((one) => one !== undefined);
    return all.map((one, at) => ({ ...one, phase: at === 0 ? phase.name : "" }));
  });
  const title = `## ${size} registration${size === 1 ? "" : "s"}, ${latencyMs} ms a call${limit}`;
  return [title, ...(runs > 1 ? [`Medians of ${runs} runs.`] : []), table(rows)];
}

function row(phase: Phase, one: Case, cases: Case[]): Record<string, Cell> | undefined {
  const mine = phaseResults(one, phase.name);
  const last = mine.at(-1);
  if (last === undefined) return undefined;
  const wall = (contestant: string) => {
    const other = cases.find((candidate) => candidate.contestant === contestant);
    return other && median(phaseResults(other, phase.name).map(({ wallMs }) => wallMs));
  };
  const wallMs = median(mine.map((result) => result.wallMs));
  const calls = median(mine.map((result) => sum(Object.values(result.calls))));
  const throttled = median(mine.map((result) => result.throttled));
  return {
    phase: phase.name,
    who: one.contestant,
    "wall s": seconds(wallMs),
    "× ours": ratio(wallMs, wall(OURS)),
    "× floor": ratio(wallMs, wall(FLOOR)),
    "CPU s": seconds(median(mine.flatMap(({ cpuMs }) => cpuMs ?? []))),
    "peak MB": megabytes(median(mine.flatMap(({ peakMemoryBytes }) => peakMemoryBytes ?? []))),
    calls: throttled ? `${calls}, ${throttled} of them refused` : calls,
    "fewest calls": one.contestant === FLOOR ? "" : `${phase.fewestCalls(one.size)} (${phase.formula})`,
    "": last.failed ? `failed: ${last.failed}` : "",
  };
}

function stateTable(cases: Case[]): string[] {
  const rows = cases
    .filter(({ callsPerSecond }) => callsPerSecond === undefined)
    .sort((a, b) => a.size - b.size)
    .flatMap(({ contestant, size, runs }) => {
      const state = runs.at(-1)?.state;
      if (state === undefined) return [];
      const perRegistration = (bytes: number) => Math.round(bytes / size);
      const parts = Object.entries(state.parts ?? {}).map(([name, bytes]) => [name, perRegistration(bytes)]);
      return [
        {
          registrations: size,
          who: contestant,
          "bytes each": perRegistration(state.bytes),
          ...Object.fromEntries(parts),
        },
      ];
    });
  if (rows.length === 0) return [];
  const what =
    "After the first `up`, per registration with its form: two resources. JSON without spaces; the engine writes it with.";
  return ["## State", what, table(rows)];
}

function sum(list: number[]): number {
  return list.reduce((total, one) => total + one, 0);
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? "" : (ms / 1000).toFixed(2);
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? "" : (bytes / 1e6).toFixed(0);
}
