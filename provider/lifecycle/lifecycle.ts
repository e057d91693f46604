import type { Observation, Part } from "./observation";
import type { MaybeUnknown, Problem } from "./problem";
import type { Move } from "./step";

/**
 * What one kind of resource is: pure functions that decide, and never call. `reconcile.ts` carries their decisions
 * out; the hosts translate between Pulumi's values and these.
 */
export interface Lifecycle<Inputs, State> {
  /** Everything wrong with the arguments, without a call. */
  check(inputs: MaybeUnknown<Inputs>): Problem[];
  /** The changed arguments that need another resource. Arguments may be unknown still. */
  replaces(id: string, state: State, inputs: MaybeUnknown<Inputs>): string[];
  /** Whether the state says that what is declared is there, without a call. */
  isReached(state: State, inputs: Inputs): boolean;
  /** The registration that the arguments are about, where that is known before anything is created. */
  id(inputs: Inputs): string | undefined;
  /** What an update knows before it looks. */
  recall(state: State): Observation;
  /** The next move towards what is declared. */
  plan(id: string | undefined, inputs: Inputs, state: State | undefined, observed: Observation): Move;
  /** The next move towards its absence. */
  planDelete(id: string, observed: Observation): Move;
  /** The state after the plan was done. */
  outputs(inputs: Inputs, state: State | undefined, observed: Observation): State;
  /** The state after a plan that could not be finished. */
  unfinished(inputs: Inputs, state: State | undefined, observed: Observation): State;
  /** What a refresh reads. */
  readonly parts: Part[];
  /** What a refresh found; `undefined` where the resource is gone. */
  read(id: string, state: State, observed: Observation): { inputs: Inputs; state: State } | undefined;
}
