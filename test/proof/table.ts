import { disturbed, type Place, undisturbed, withoutPauses } from "./crashPoints";
import { FAULT_KINDS, type FaultKind } from "./faults";
import { SCENARIOS, type Scenario } from "./scenarios";

/** One case that does not end as it should, with what is needed to run it again. */
export interface Failure {
  scenario: string;
  fault: string;
  nth: number;
  problem: string;
}

export interface Row {
  scenario: string;
  /** How many calls the undisturbed run makes: each is a crash point. */
  calls: number;
  /** By the kind of fault. */
  cells: Map<string, { passed: number; total: number }>;
}

export interface Table {
  rows: Row[];
  failures: Failure[];
}

/** @param isChosen - Leaves cases out: by their number among all. */
export async function crashPointTable(
  place: Place,
  isChosen: (index: number) => boolean = () => true,
  onRow: (row: Row) => void = () => {},
): Promise<Table> {
  const table: Table = { rows: [], failures: [] };
  let index = 0;
  const fill = async (scenario: Scenario) => {
    const { end, calls } = await undisturbed(place, scenario);
    const row: Row = { scenario: scenario.name, calls, cells: new Map() };
    const take = async (kind: FaultKind, nth: number) => {
      const cell = row.cells.get(kind.name) ?? { passed: 0, total: 0 };
      row.cells.set(kind.name, cell);
      if (!isChosen(index++)) return;
      cell.total++;
      const problem = await disturbed(place, scenario, kind, nth, end).catch((error: Error) => error.message);
      if (problem === undefined) cell.passed++;
      else table.failures.push({ scenario: scenario.name, fault: kind.name, nth, problem });
    };
    for (const kind of FAULT_KINDS) for (let nth = 1; nth <= calls; nth++) await take(kind, nth);
    table.rows.push(row);
    onRow(row);
  };
  await withoutPauses(place.simulator, async () => {
    for (const scenario of SCENARIOS) await fill(scenario);
  });
  return table;
}

/** How many of a table's cases passed, and how many there are. */
export function countOf(rows: readonly Row[]): { passed: number; total: number } {
  const cells = rows.flatMap((row) => [...row.cells.values()]);
  const sum = (pick: (cell: { passed: number; total: number }) => number) =>
    cells.reduce((n, cell) => n + pick(cell), 0);
  return { passed: sum(({ passed }) => passed), total: sum(({ total }) => total) };
}
