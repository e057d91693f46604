/** From runs to figures, and from figures to a table. */
import type { Case, PhaseResult } from "./record";

export type Cell = string | number | undefined;

export function phaseResults({ runs }: Case, name: string): PhaseResult[] {
  return runs.flatMap(({ phases }) => phases.filter(({ phase }) => phase === name));
}

export function table(rows: Record<string, Cell>[]): string {
  const names = [...new Set(rows.flatMap((one) => Object.keys(one)))];
  const line = (cells: Cell[]) => `| ${cells.map((cell) => String(cell ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
  const isNumber = (name: string) => rows.every((one) => !/[a-z]{3}/i.test(String(one[name] ?? "")));
  return [
    line(names),
    line(names.map((name) => (isNumber(name) ? "---:" : "---"))),
    ...rows.map((one) => line(names.map((name) => one[name]))),
  ].join("\n");
}

export function median(list: number[]): number | undefined {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

export function ratio(a: number | undefined, b: number | undefined): string {
  return a === undefined || !b ? "" : (a / b).toFixed(2);
}
