import { startSimulator } from "../../simulator";
import type { Host } from "../../test/proof/process";
import { simulatedYear } from "../../test/proof/year";
import type { Outcome } from "./part";

const WEEKS = 52;

/** Weeks that end in what is declared, if the year does. */
export async function longLife(host: Host): Promise<Outcome> {
  const simulator = await startSimulator({ clock: "virtual", startTime: new Date("2026-01-01") });
  try {
    const { weeks } = await simulatedYear({ simulator, host }, { weeks: WEEKS, count: 12 });
    return { passed: weeks, total: WEEKS, failures: [] };
  } catch (error) {
    return { passed: 0, total: WEEKS, failures: [`${host}: ${error instanceof Error ? error.message : error}`] };
  } finally {
    await simulator.close();
  }
}
