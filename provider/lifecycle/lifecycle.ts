import type { FormValues } from "./form/values";
import type { Observation, Part } from "./observation";
import type { MaybeUnknown, Problem, Unknown } from "./problem";
import type { Move } from "./step";

/** A form that is about to be submitted. */
export interface FormQuestion {
  registrationId: string | Unknown;
  registrationType: string | undefined;
  values: FormValues;
  /** Ids of what is declared to be associated. */
  associations: readonly (string | Unknown)[] | Unknown;
  submit: boolean | Unknown;
  /** Whether the resource is new to the stack. */
  isNew: boolean;
  validation: "error" | "warn";
  ignoreAdvice: readonly string[];
}

/**
 * What one kind of resource is: pure functions that decide, and never call. `reconcile.ts` carries their decisions
 * out; the hosts translate between Pulumi's values and these.
 */
export interface Lifecycle<Inputs, State> {
  /** Everything wrong with the arguments, without a call. */
  check(inputs: MaybeUnknown<Inputs>): Problem[];
  /** The file whose content belongs to the arguments, where there is one: its hash becomes `contentHash`. */
  file?(inputs: MaybeUnknown<Inputs>): string | undefined;
  /** What an earlier check found out and still holds. */
  knownBefore?(inputs: MaybeUnknown<Inputs>, old: MaybeUnknown<Inputs>): MaybeUnknown<Inputs>;
  /** The form to hold against its definitions; `undefined` where it is as it was, and need not be read again. */
  form?(inputs: MaybeUnknown<Inputs>, old: MaybeUnknown<Inputs> | undefined): FormQuestion | undefined;
  /** Entries of map properties that are secret whatever the program says: property, then key. */
  isSecret?(property: string, key: string): boolean;
  /** What the user should be told of a resource that is as the state says, such as why it was denied. */
  notice?(state: State): string | undefined;
  /** The changed arguments that need another resource. Arguments may be unknown still. */
  replaces(id: string, state: State, inputs: MaybeUnknown<Inputs>): string[];
  /** Whether the state says that what is declared is there, without a call. */
  isReached(state: State, inputs: Inputs): boolean;
  /** The resource's id, where that is known before anything is created. */
  id(inputs: Inputs): string | undefined;
  /** What the looks are about, where that is not the resource's own id. */
  subject?(id: string): string;
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
  /** Everything there is to know of it. */
  readonly parts: Part[];
  /**
   * What a refresh has yet to read, from what the state tells and what was seen so far; nothing where `read` can tell
   * the rest. What could have changed is always read.
   */
  unread(state: State, observed: Observation): Part[];
  /** What a refresh found; `undefined` where the resource is gone. */
  read(id: string, state: State, observed: Observation): { inputs: Inputs; state: State } | undefined;
}
