import type { Account } from "./account";
import { refuse } from "./errors";
import type { Drift } from "./forms";
import type { ReviewStep } from "./review";
import { checkRequest, type Shape } from "./rules";
import type { Settings } from "./settings";

/** What a behaviour may know beside the account and the request. */
export interface Context {
  readonly nowMs: number;
  readonly settings: Settings;
  /** Definitions that a test has changed. */
  readonly drift: Drift;
  /** Signs NextTokens. */
  readonly secret: string;
  /** What the reviewer does with a version that has no script of its own. */
  defaultReview(registrationType: string): ReviewStep[];
  /** A read says that it changed something after all: a status moved on, somebody counts reads. */
  touch(): void;
}

/** One operation of the service: `call` checks the request by its table, then does what the service does. */
export interface Operation {
  readonly name: string;
  readonly effect: "read" | "write";
  call(account: Account, request: unknown, context: Context): object;
}

interface Definition<T> {
  name: string;
  effect: "read" | "write";
  request: Shape<T>;
  /** Of these members a request has exactly one. */
  exactlyOne?: readonly (keyof T & string)[];
  behave(account: Account, request: T, context: Context): object;
}

export function operation<T>({ name, effect, request: table, exactlyOne, behave }: Definition<T>): Operation {
  return {
    name,
    effect,
    call(account, request, context) {
      const checked = checkRequest(table, request, context.settings.unknownMembers);
      if (exactlyOne) requireExactlyOne(checked, exactlyOne);
      return behave(account, checked, context);
    },
  };
}

function requireExactlyOne<T>(request: T, names: readonly (keyof T & string)[]): void {
  const given = names.filter((name) => request[name] !== undefined);
  if (given.length > 1) throw refuse("request.notTogether", `${given.join(" and ")} cannot be used together`);
  if (given.length === 0) throw refuse("request.oneMissing", `One of ${names.join(", ")} is required`);
}
