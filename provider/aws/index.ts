import type { Observation, Part } from "../lifecycle/observation";
import type { Step } from "../lifecycle/step";
import { apply, type Note } from "./apply";
import { client, type Settings } from "./client";
import { observe } from "./observe";

/** The service as the rest of the package sees it: read parts, carry out steps. */
export interface Aws {
  observe(registrationId: string, parts: readonly Part[]): Promise<Observation>;
  apply(steps: readonly Step[], note: Note): Promise<void>;
  /** The region in which the calls are made. */
  region(): Promise<string>;
}

/** Nothing is loaded and no credential is looked for before the first call. */
export function connect(settings: Settings): Aws {
  return {
    observe: async (registrationId, parts) => observe(await client(settings), registrationId, parts),
    apply: async (steps, note) => apply(await client(settings), steps, note),
    region: async () => (await client(settings)).config.region(),
  };
}

export { isStale, ServiceError } from "./errors";
export { Waiter, WaitTimeoutError, type WaitWorld } from "./wait";
export type { Settings };
