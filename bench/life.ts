/** One contestant's whole life at one size, measured phase by phase. */
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import type { SimulatorControl } from "../simulator";
import type { Contestant, EngineSettings, Running } from "./contestants/contestant";
import { declare, defineForm } from "./form";
import { measure } from "./measure";
import { PHASES, type Phase } from "./phases";
import type { PhaseResult, Run } from "./record";
import { startService } from "./service";

export interface Life {
  size: number;
  latencyMs: number;
  callsPerSecond?: number;
  /** The folder with the installed package. */
  installed: string;
  engine: string;
  phases?: readonly Phase[];
  settings?: EngineSettings;
  announce?: (line: string) => void;
}

/** The service's limit where one is tried for a single phase, and a rate that none of ours reaches. */
const LIMIT = 10;
const UNLIMITED = 1000;

export async function live(contestant: Contestant, life: Life): Promise<Run> {
  const { size, latencyMs, callsPerSecond, installed, engine, announce = () => undefined } = life;
  const phases = life.phases ?? PHASES.filter(({ before }) => callsPerSecond === undefined || before !== "limit");
  const service = await startService();
  const folder = mkdtempSync(path.join(installed, "run-"));
  const run: Run = { date: new Date().toISOString(), phases: [] };
  try {
    const running = await contestant.start({
      folder: path.join(folder, "program"),
      modules: path.join(installed, "node_modules"),
      engine,
      endpoint: service.url,
      settings: life.settings,
    });
    await defineForm(service.control);
    await service.control.settings({ latencyMs, callsPerSecond: callsPerSecond ?? null });
    await running.limit(callsPerSecond ?? UNLIMITED);
    running.declare(declare(size));
    for (const phase of phases) {
      await prepare(phase, running, service.control, size);
      const result = await measurePhase(phase, running, service.control);
      const problem = result.failed ?? (contestant.calls && (await wrong(phase, size, service.control)));
      run.phases.push({ ...result, ...(problem && { failed: problem }) });
      announce(`${phase.name}: ${(result.wallMs / 1000).toFixed(1)} s${problem ? `, failed: ${problem}` : ""}`);
      if (phase.name === "first up") {
        if (problem) break;
        run.state = await running.state();
      }
      if (phase.before === "limit") {
        await service.control.settings({ callsPerSecond: null });
        await running.limit(UNLIMITED);
      }
    }
    return run;
  } finally {
    service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare({ before }: Phase, running: Running, control: SimulatorControl, size: number): Promise<void> {
  if (before === "limit") {
    await control.settings({ callsPerSecond: LIMIT });
    await running.limit(LIMIT);
  }
  if (before === "change") running.declare(declare(size, 1));
  if (before !== "verdicts") return;
  for (const { registrationId } of await registrations(control)) {
    await control.setStatus(registrationId, { versionStatus: "APPROVED" });
  }
}

async function measurePhase(phase: Phase, running: Running, control: SimulatorControl): Promise<PhaseResult> {
  await control.clearCalls();
  const { exitCode, output, ...cost } = await measure(running.command(phase.command));
  const calls: Record<string, number> = {};
  let throttled = 0;
  for (const { operation, errorCode } of await control.calls()) {
    calls[operation] = (calls[operation] ?? 0) + 1;
    if (errorCode === "ThrottlingException") throttled++;
  }
  const failed = exitCode === 0 ? undefined : `ended with ${exitCode}: ${lastWords(output)}`;
  return { phase: phase.name, ...cost, calls, throttled, ...(failed && { failed }) };
}

/** Whether the service does not have what it should have now. */
async function wrong(phase: Phase, size: number, control: SimulatorControl): Promise<string | undefined> {
  const found = await registrations(control);
  const expected = phase.command === "destroy" ? 0 : size;
  if (found.length !== expected) return `${found.length} registrations, not ${expected}`;
  const drafts = found.filter(({ versions }) => versions.at(-1)?.status === "DRAFT").length;
  return drafts > 0 ? `${drafts} are drafts` : undefined;
}

async function registrations(control: SimulatorControl) {
  // Before the first call there is no account, and so for those who make none.
  const account = await control.account().catch(() => undefined);
  return account?.registrations ?? [];
}

function lastWords(output: string): string {
  const lines = output.split("\n").filter((line) => /error|exception/i.test(line));
  return (lines[0] ?? output.slice(-200)).trim().slice(0, 300);
}
