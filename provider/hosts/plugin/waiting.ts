import { setTimeout as sleep } from "node:timers/promises";
import { Waiter, type WaitWorld } from "../../aws";
import type { Severity } from "./engine";

/** The user stopped the run while it was waiting. */
class CancelledError extends Error {
  override readonly name = "CancelledError";
  readonly code = "CANCELLED";
}

export interface Waiting {
  /** Ends every wait. */
  cancelled: AbortSignal;
  /** The resource's `customTimeouts`; 0 without. */
  timeoutSeconds: number;
  say(severity: Severity, message: string): void;
}

/** Waits that the user can end, and that are told on the resource's own line. */
export function waiterFor({ cancelled, timeoutSeconds, say }: Waiting): Waiter {
  const world: WaitWorld = {
    now: () => performance.now(),
    random: () => Math.random(),
    pause: async (ms: number) => {
      try {
        await sleep(ms, undefined, { signal: cancelled });
      } catch {
        throw new CancelledError("Waiting was cancelled. Nothing is lost: run `pulumi up` again to go on waiting.");
      }
    },
    // What a person has to do stays on the screen.
    log: (line: string) => say(line.startsWith("ACTION NEEDED") ? "warning" : "status", line),
  };
  const limit = timeoutSeconds > 0 ? { ms: timeoutSeconds * 1000, name: "customTimeouts" } : undefined;
  return new Waiter(world, limit);
}
