import { setTimeout as sleep } from "node:timers/promises";

/** A wait that its budget ended. The resource stays in the state, and the next `pulumi up` goes on waiting. */
export class WaitTimeoutError extends Error {
  override readonly name = "WaitTimeoutError";
  readonly code = "WAIT_TIMEOUT";
}

/** What a wait needs from the world; tests bring their own. */
export interface WaitWorld {
  /** Milliseconds, of any origin. */
  now(): number;
  pause(ms: number): Promise<unknown>;
  /** 0 to 1. */
  random(): number;
  /** Shown to the user while the wait goes on. */
  log(line: string): void;
}

export const REAL_WORLD: WaitWorld = {
  now: () => performance.now(),
  pause: (ms) => sleep(ms),
  random: () => Math.random(),
  log: (line) => console.log(line),
};

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 3 * 60_000;
const GROWTH = 1.5;
/** How long nothing is said while nothing changes. */
const SILENCE_MS = 5 * 60_000;

/**
 * The pauses of one run: they grow from 2 seconds to 3 minutes, with jitter, so that hundreds of resources do not ask
 * at the same moment; what is waited for is told when it changes, and every 5 minutes.
 */
export class Waiter {
  private started: number | undefined;
  private pauseMs = FIRST_PAUSE_MS;
  private looks = 0;
  private told: { what: string; at: number } | undefined;

  /** @param limit - What ends a wait before its own budget does, by the name under which a program sets it. */
  constructor(
    private readonly world: WaitWorld = REAL_WORLD,
    private readonly limit = { ms: Number.POSITIVE_INFINITY, name: "waitTimeout" },
  ) {}

  /**
   * Waits until it is worth looking again.
   *
   * @param what - What is waited for, as a sentence without its full stop.
   * @param budgetMs - The budget of the whole wait.
   * @throws WaitTimeoutError once it is spent.
   */
  async pause(what: string, budgetMs: number): Promise<void> {
    const { now, random, log } = this.world;
    const timeoutMs = Math.min(budgetMs, this.limit.ms);
    this.started ??= now();
    const passedMs = now() - this.started;
    if (passedMs >= timeoutMs) {
      throw new WaitTimeoutError(
        `${what}, after ${duration(passedMs)} and ${this.looks} look${this.looks === 1 ? "" : "s"}; the time to wait is over. ` +
          `Nothing is lost: run \`pulumi up\` again to go on waiting, or raise \`${timeoutMs < budgetMs ? this.limit.name : "waitTimeout"}\`.`,
      );
    }
    if (this.told?.what !== what || now() - this.told.at >= SILENCE_MS) {
      log(`${what} (${duration(passedMs)} of at most ${duration(timeoutMs)})`);
      this.told = { what, at: now() };
    }
    await this.world.pause(Math.min(this.pauseMs * (0.75 + random() / 2), timeoutMs - passedMs));
    this.pauseMs = Math.min(this.pauseMs * GROWTH, LONGEST_PAUSE_MS);
    this.looks++;
  }
}

/** `90 s`, `12 min`, `3 h 20 min`. */
function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
