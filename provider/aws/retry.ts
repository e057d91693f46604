import { setTimeout as sleep } from "node:timers/promises";
import { ServiceError } from "./errors";

/** When a call that failed is worth making again, on top of the AWS client's own retries. */
export interface RetryPolicy {
  isWorthIt(error: unknown): boolean;
  /** The pauses between the attempts, in milliseconds. */
  pausesMs: readonly number[];
}

/**
 * Field values are eventually consistent: a submit right after the puts may be told that required fields are missing.
 * Some 15 seconds are waited in all; a field that is really missing is then still missing.
 */
export const SUBMIT_AFTER_PUTS: RetryPolicy = {
  isWorthIt: (error) => error instanceof ServiceError && error.reason === "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED",
  pausesMs: [500, 1_000, 2_000, 4_000, 8_000],
};

/**
 * What refers to a resource may go in the same run, side by side with it: a brand and its campaign, an attachment and
 * the registration of its form, a registration and its number. Some 8 seconds are waited in all.
 */
export const DELETE_WITH_OTHERS: RetryPolicy = {
  isWorthIt: (error) =>
    error instanceof ServiceError &&
    (error.reason === "RESOURCE_DELETION_NOT_ALLOWED" || error.reason === "RESOURCE_NOT_EMPTY"),
  pausesMs: [250, 500, 1_000, 2_000, 4_000],
};

export const NO_RETRY: RetryPolicy = { isWorthIt: () => false, pausesMs: [] };

/** Makes a call, and again as the policy says. */
export async function retry<T>(
  policy: RetryPolicy,
  attempt: () => Promise<T>,
  pause: (ms: number) => Promise<unknown> = sleep,
): Promise<T> {
  for (const ms of policy.pausesMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!policy.isWorthIt(error)) throw error;
      await pause(ms);
    }
  }
  return attempt();
}
