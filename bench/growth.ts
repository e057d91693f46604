/** What a registration more costs: from the two largest sizes that were measured, a line through their medians. */
import { median, phaseResults, table } from "./figures";
import { PHASES } from "./phases";
import type { Case } from "./record";

export function growth(cases: Case[]): string[] {
  const free = cases.filter(({ callsPerSecond }) => callsPerSecond === undefined);
  const names = [...new Set(free.map(({ contestant }) => contestant))];
  const sizes = [...new Set(free.map(({ size }) => size))].sort((a, b) => a - b).slice(-2);
  const [from, to] = sizes;
  if (from === undefined || to === undefined) return [];

  const each = (contestant: string, phase: string) => {
    const at = (size: number) => {
      const one = free.find((candidate) => candidate.contestant === contestant && candidate.size === size);
      const fine = one && phaseResults(one, phase).filter(({ failed }) => failed === undefined);
      return fine && median(fine.map(({ wallMs }) => wallMs));
    };
    const [low, high] = [at(from), at(to)];
    return low === undefined || high === undefined ? undefined : (high - low) / (to - from);
  };
  const rows = PHASES.map(({ name }) => ({
    phase: name,
    ...Object.fromEntries(names.map((contestant) => [contestant, each(contestant, name)?.toFixed(1)])),
  }));
  const what = `Milliseconds of wall time for each registration more, from ${from} to ${to}. The floor's share is the engine's own, and every other program has it, too.`;
  return ["## Growth", what, table(rows)];
}
