import { isDeepStrictEqual } from "node:util";
import { accountIdOf, type Simulator } from "../../simulator";
import { Engine } from "./engine";
import type { FaultKind } from "./faults";
import { normalised } from "./normalised";
import { ACCESS_KEY, type Host, inProcess } from "./process";
import type { Scenario } from "./scenarios";

/** Pauses of the provider pass at once; the service's clock goes on by them. */
export async function withoutPauses<T>(simulator: Simulator, run: () => Promise<T>): Promise<T> {
  const timers = require("node:timers/promises") as { setTimeout: unknown };
  const { setTimeout: real } = timers;
  const { log } = console;
  const now = performance.now.bind(performance);
  let passedMs = 0;
  timers.setTimeout = (ms: number) => {
    passedMs += ms;
    return simulator.control.advanceClock(Math.round(ms));
  };
  performance.now = () => now() + passedMs;
  console.log = () => {};
  try {
    return await run();
  } finally {
    timers.setTimeout = real;
    performance.now = now;
    console.log = log;
  }
}

/** Where a scenario is played. */
export interface Place {
  simulator: Simulator;
  host: Host;
}

/** How the account and the state end, whatever was made along the way. */
export interface End {
  account: unknown;
  state: unknown;
  /** The state after a refresh. */
  refreshed: unknown;
}

/** The undisturbed run: its end, and how many calls it makes. */
export async function undisturbed(place: Place, scenario: Scenario): Promise<{ end: End; calls: number }> {
  const { control } = place.simulator;
  const engine = await prepared(place, scenario);
  await control.clearCalls();
  await up(place, engine);
  const calls = (await control.calls()).length;
  return { end: await endOf(place, engine), calls };
}

/** A run that is disturbed at its n-th call, and one more. Gives what is wrong; `undefined` where nothing is. */
export async function disturbed(
  place: Place,
  scenario: Scenario,
  kind: FaultKind,
  nth: number,
  expected: End,
): Promise<string | undefined> {
  const engine = await prepared(place, scenario);
  const { control } = place.simulator;
  const run = async (maxAttempts?: number, isDead?: () => Promise<boolean>) => {
    const failure = await up(place, engine, maxAttempts, isDead).then(
      () => undefined,
      (error: Error) => error,
    );
    await control.clearFaults();
    // The next command is typed by a person.
    await control.advanceClock(60_000);
    return failure;
  };
  await control.faults(kind.rules(nth));
  await run(kind.maxAttempts, async () => kind.kills === true && (await control.firedFaults()).length > 0);
  if (kind.after) {
    await control.faults(kind.after);
    await run();
  }
  const failure = await run();
  if (failure) return `the next run fails: ${failure.message}`;
  const end = await endOf(place, engine);
  // What was read stale stands in the outputs until somebody looks again.
  const isStale = [...kind.rules(nth), ...(kind.after ?? [])].some(({ fault }) => fault.kind === "stale");
  for (const part of ["account", isStale || scenario.looksAtMore ? "refreshed" : "state"] as const) {
    if (isDeepStrictEqual(end[part], expected[part])) continue;
    return `another ${part}: ${JSON.stringify(end[part])} instead of ${JSON.stringify(expected[part])}`;
  }
  await control.clearCalls();
  await up(place, engine);
  const writes = (await control.calls()).filter(({ operation }) => !/^(Describe|List)/.test(operation));
  return writes.length === 0 ? undefined : `the run after that writes again: ${writes.map((w) => w.operation).join()}`;
}

async function prepared(place: Place, scenario: Scenario): Promise<Engine> {
  const { control } = place.simulator;
  await control.reset();
  const engine = new Engine();
  const world = { engine, control, up: () => up(place, engine), refresh: () => refresh(place, engine) };
  await scenario.before?.(world);
  await scenario.change(world);
  await control.advanceClock(60_000);
  return engine;
}

function up({ simulator, host }: Place, engine: Engine, maxAttempts?: number, isDead?: () => Promise<boolean>) {
  return inProcess({ endpoint: simulator.url, host, maxAttempts }, (process) => engine.up(process, isDead));
}

function refresh({ simulator, host }: Place, engine: Engine) {
  return inProcess({ endpoint: simulator.url, host }, (process) => engine.refresh(process));
}

async function endOf(place: Place, engine: Engine): Promise<End> {
  const { control } = place.simulator;
  const accountId = accountIdOf(ACCESS_KEY);
  const regions = ["us-east-1", "eu-west-1"].map((region) => control.account({ accountId, region }));
  const account = await Promise.all(regions);
  const state = engine.dump();
  await refresh(place, engine);
  return normalised({ account, state, refreshed: engine.dump() }) as End;
}
