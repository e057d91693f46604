import { randomBytes } from "node:crypto";
import { type Account, newAccount } from "./account";
import type { Drift } from "./forms";
import type { ReviewStep } from "./review";
import { defaultSettings, type Settings } from "./settings";

/** All that a simulator knows, and all that its state file holds. */
export interface World {
  clock: Clock;
  /** Where a reset puts the clock. */
  readonly firstClock: Clock;
  /** By account id and region. */
  readonly accounts: Map<string, Account>;
  readonly settings: Settings;
  readonly defaultReviews: Map<string, ReviewStep[]>;
  readonly drift: Drift;
  readonly secret: string;
}

/** Virtual time stands still until `advanceClock`; real time runs, and can be moved forward. */
export type Clock = { mode: "virtual"; nowMs: number } | { mode: "real"; offsetMs: number };

export function newWorld(mode: "virtual" | "real" = "real", startTime?: Date): World {
  const clock = clockAt(mode, startTime?.getTime());
  return {
    clock,
    firstClock: { ...clock },
    accounts: new Map(),
    settings: defaultSettings(),
    defaultReviews: new Map(),
    drift: new Map(),
    secret: randomBytes(32).toString("hex"),
  };
}

export function clockAt(mode: "virtual" | "real", startMs = Date.now()): Clock {
  return mode === "virtual" ? { mode, nowMs: startMs } : { mode, offsetMs: startMs - Date.now() };
}

export function nowOf({ clock }: Pick<World, "clock">): number {
  return clock.mode === "virtual" ? clock.nowMs : Date.now() + clock.offsetMs;
}

export function advance({ clock }: World, ms: number): void {
  if (clock.mode === "virtual") clock.nowMs += ms;
  else clock.offsetMs += ms;
}

/** The account's share of a region; an account that nobody has used yet is there, and empty. */
export function accountIn(world: World, accountId: string, region: string): Account {
  const key = `${accountId}/${region}`;
  const found = world.accounts.get(key) ?? newAccount(accountId, region);
  world.accounts.set(key, found);
  return found;
}

const format = "pulumi-sms-registrations simulator 1";

/** As text, and back. Maps keep keys that objects would trip over (`__proto__`), and their order. */
export function writeWorld(world: World): string {
  return JSON.stringify({ format, ...world }, (_, value) => (value instanceof Map ? { "<map>": [...value] } : value));
}
export function readWorld(text: string): World {
  const stored = JSON.parse(text, (_, value) => (isWrittenMap(value) ? new Map(value["<map>"]) : value));
  if (stored?.format !== format) throw new Error(`The format is not "${format}"`);
  const fresh = defaultSettings();
  // A setting that is newer than the file has its default.
  const settings = { ...fresh, ...stored.settings, quotas: { ...fresh.quotas, ...stored.settings.quotas } };
  return { ...stored, settings };
}
function isWrittenMap(value: unknown): value is { "<map>": [unknown, unknown][] } {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "<map>");
}
