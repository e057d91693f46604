import { setTimeout as sleep } from "node:timers/promises";

/** What a pace needs of the world; tests bring their own. */
export interface PaceWorld {
  /** Milliseconds, of any origin. */
  now(): number;
  pause(ms: number): Promise<unknown>;
}

const REAL_WORLD: PaceWorld = { now: () => performance.now(), pause: (ms) => sleep(ms) };

/** What got through in this time tells the rate that the service allows. */
const WINDOW_MS = 5_000;
/** Calls that went out together are throttled together: they tell one thing once. */
const BURST_MS = 1_000;
/** Just below what got through; growing finds out the rest. */
const CAUTION = 0.95;
/** In a second, and as much again for every 5 seconds since a call was throttled: a rate that is too low doubles in 23. */
const GROWTH = 0.01;
const CALM_MS = 5_000;
const LEAST_PER_SECOND = 0.1;

/**
 * The pace of the calls of one operation. The service's quotas are for each operation by itself, and an account starts
 * with one call a second. Until the service throttles there is no pace; from then on calls go out one by one, as fast as
 * calls got through before, and a little faster all the time.
 *
 * The AWS client's adaptive mode alone has one rate for all operations, and exceeds it again within two seconds: at one
 * call a second, two of five were throttled.
 */
export class Pace {
  #perSecond = Number.POSITIVE_INFINITY;
  #line: Promise<unknown> = Promise.resolve();
  #lastTurnAt = Number.NEGATIVE_INFINITY;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #grownAt = 0;
  /** When calls got through, oldest first. */
  #through: number[] = [];

  /** @param turnOfAll - Waits for the turn among the calls of all operations. */
  constructor(
    private readonly turnOfAll: () => Promise<unknown>,
    private readonly world: PaceWorld = REAL_WORLD,
  ) {}

  /** Waits in line for the next call's turn. The first in line alone waits among all operations: the pace may change. */
  turn(): Promise<unknown> {
    this.#line = this.#line.then(async () => {
      for (let ms = this.#untilTurn(); ms > 0; ms = this.#untilTurn()) await this.world.pause(ms);
      await this.turnOfAll();
      this.#lastTurnAt = this.world.now();
    });
    return this.#line;
  }

  /** The service let a call in. */
  through(): void {
    const now = this.world.now();
    this.#through = [...this.#through.filter((at) => now - at < WINDOW_MS), now];
    if (this.#perSecond === Number.POSITIVE_INFINITY) return;
    const calm = 1 + (now - this.#slowedAt) / CALM_MS;
    this.#perSecond *= 1 + (GROWTH * calm * (now - this.#grownAt)) / 1_000;
    this.#grownAt = now;
    // A refusal may be answered sooner than what was let in beside it.
    if (now - this.#slowedAt < BURST_MS) this.#perSecond = Math.max(this.#perSecond, this.#measured(now) * CAUTION);
  }

  /** The service throttled a call. */
  throttled(): void {
    const now = this.world.now();
    if (now - this.#slowedAt < BURST_MS) return;
    this.#slowedAt = now;
    this.#grownAt = now;
    this.#through = this.#through.filter((at) => now - at < WINDOW_MS);
    this.#perSecond = Math.max(LEAST_PER_SECOND, Math.min(this.#perSecond, this.#measured(now)) * CAUTION);
  }

  /** How many calls a second got through of late; in the last second alone, where more went out in it than before. */
  #measured(now: number): number {
    const [oldest] = this.#through;
    if (oldest === undefined) return Math.min(this.#perSecond, 1) / 2;
    const lastSecond = this.#through.filter((at) => now - at < BURST_MS).length;
    return Math.max(lastSecond, ((this.#through.length - 1) * 1_000) / Math.max(now - oldest, BURST_MS));
  }

  #untilTurn(): number {
    return this.#lastTurnAt + 1_000 / this.#perSecond - this.world.now();
  }
}
