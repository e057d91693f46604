import type { Refusal } from "./lifecycle/step";

/** The plan stopped: what is declared cannot be had now. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly code: string;

  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.code = refusal.code;
  }
}

/** A run ended half-way: the resource exists and is kept in the state, so that the next run goes on from there. */
export class UnfinishedError extends Error {
  override readonly name = "UnfinishedError";

  constructor(
    readonly id: string,
    /** What is certain of the resource now. */
    readonly state: object,
    reason: unknown,
  ) {
    super(reason instanceof Error ? reason.message : String(reason), { cause: reason });
  }
}
