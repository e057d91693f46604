import { refuse, type ServiceError } from "./errors";
import type { Settings } from "./settings";

interface Bucket {
  /** Thousandths of a call, so that whole milliseconds at a whole rate are counted without rounding. */
  credit: number;
  atMs: number;
}

const CALL = 1_000;

/**
 * How many calls are let in: a bucket of tokens for an account's share of a region, and one for each of its operations, as the settings
 * say. Each holds the calls of one second, and fills with the simulator's clock. A call that is refused takes nothing. Like the log of
 * calls they are of one process.
 */
export class Rates {
  readonly #buckets = new Map<string, Bucket>();

  /** Lets a call in, or gives the error it is refused with. */
  admit(place: string, operation: string, settings: Settings, nowMs: number): ServiceError | undefined {
    const { callsPerSecond, callsPerSecondPerOperation } = settings;
    const all = this.#filled(place, callsPerSecond, nowMs);
    const own = this.#filled(`${place} ${operation}`, callsPerSecondPerOperation, nowMs);
    if (own && own.credit < CALL) {
      return refuse("rate.operation", `More than ${callsPerSecondPerOperation} ${operation} a second`);
    }
    if (all && all.credit < CALL) return refuse("rate.account", `More than ${callsPerSecond} calls a second`);
    for (const bucket of [all, own]) if (bucket) bucket.credit -= CALL;
    return undefined;
  }

  /** All buckets are full again. */
  clear(): void {
    this.#buckets.clear();
  }

  #filled(key: string, rate: number | null, nowMs: number): Bucket | undefined {
    if (rate === null) return undefined;
    const full = rate * CALL;
    const { credit, atMs } = this.#buckets.get(key) ?? { credit: full, atMs: nowMs };
    const bucket = { credit: Math.min(full, credit + Math.max(0, nowMs - atMs) * rate), atMs: nowMs };
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
