import { startSimulator } from "../../simulator";
import type { Host } from "../../test/proof/process";
import { randomPrograms } from "../../test/proof/randomPrograms";
import { countOf, crashPointTable, type Row } from "../../test/proof/table";
import type { Options, Outcome, Say } from "./part";

/** Every scenario, disturbed at every call in every way. */
export async function crashPoints(host: Host, say: Say): Promise<Outcome> {
  const simulator = await startSimulator();
  const { rows, failures } = await crashPointTable({ simulator, host }, undefined, (row) => say(line(host, row)));
  await simulator.close();
  const told = failures.map(
    ({ scenario, fault, nth, problem }) => `${host}: ${scenario}, ${fault} at call ${nth}: ${problem}`,
  );
  return { ...countOf(rows), failures: told };
}

function line(host: Host, { scenario, calls, cells }: Row): string {
  const shown = [...cells.values()].map(({ passed, total }) => `${passed}/${total}`.padStart(5));
  return `${host.padEnd(17)} ${scenario.padEnd(56)} ${String(calls).padStart(5)} ${shown.join(" ")}`;
}

/** A search that ends at the first program that fails, and gives the shortest one found. */
export async function randomly(host: Host, { runs, seed }: Options): Promise<Outcome> {
  const simulator = await startSimulator();
  const counterexample = await randomPrograms({ simulator, host }, { runs, seed });
  await simulator.close();
  if (counterexample === undefined) return { passed: runs, total: runs, failures: [] };
  return { passed: 0, total: runs, failures: [`${host}: ${counterexample}`] };
}
