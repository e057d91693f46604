import type { Account } from "./account";
import { CallLog } from "./calls";
import { refuse, ServiceError } from "./errors";
import { type Fault, Faults, refusalOf, whenOf } from "./faults";
import type { Context } from "./operation";
import { operations } from "./operations";
import { Rates } from "./rates";
import type { Store } from "./store";
import { accountIn, advance, type Clock, clockAt, nowOf, type World } from "./world";

/** Who calls, taken from the signature. */
export interface Caller {
  readonly accountId: string;
  readonly region: string;
}

/** The service behind the wire: one call at a time, on the state that the store holds. */
export class Service {
  readonly log = new CallLog();
  readonly faults = new Faults();
  readonly rates = new Rates();
  /** As last seen in the world, as the latency is in its settings. */
  clock: Clock = clockAt("real");
  latencyMs = 0;
  readonly #past = new Map<string, Account[]>();
  constructor(readonly store: Store) {}

  get nowMs(): number {
    return nowOf(this);
  }

  /** Counts the call that arrives, and gives what is to go wrong with it. */
  strike(operationName: string, { region }: Caller): Fault | undefined {
    return this.faults.strike(operationName, region, this.nowMs);
  }

  /** Does what the operation does. The state is stored before the answer is handed back, also when the answer is an error. */
  async call(operationName: string, caller: Caller, request: unknown, fault?: Fault): Promise<object> {
    const operation = operations.get(operationName);
    if (!operation) throw refuse("wire.operation", `There is no operation ${operationName}`);
    return this.store.use((world) => {
      this.latencyMs = world.settings.latencyMs;
      const throttled = this.rates.admit(placeOf(caller), operationName, world.settings, nowOf(world));
      if (fault?.kind === "clock") advance(world, fault.ms);
      this.clock = world.clock;
      let touched = operation.effect === "write";
      const context = contextOf(world, () => {
        touched = true;
      });
      const time = new Date(context.nowMs).toISOString();
      const entry = { time, operation: operationName, ...caller, registrationId: registrationIn(request) };
      try {
        if (throttled) throw throttled;
        if (fault?.kind === "refuse" && whenOf(fault) === "before") throw refusalOf(fault);
        const account = accountIn(world, caller.accountId, caller.region);
        const seen = fault?.kind === "stale" && operation.effect === "read" ? this.#before(account, fault) : account;
        const before = operation.effect === "write" && this.faults.needsPast ? structuredClone(account) : undefined;
        const answer = operation.call(seen, request, context);
        if (before) this.#remember(before);
        if (fault?.kind === "refuse") throw refusalOf(fault);
        this.log.add({ ...entry, registrationId: entry.registrationId ?? registrationIn(answer), status: 200 });
        return { changed: touched || fault?.kind === "clock", result: () => answer };
      } catch (error) {
        const failure =
          error instanceof ServiceError ? error : new ServiceError("InternalServerException", String(error));
        const { code: errorCode, statusCode: status, members } = failure;
        const errorReason = typeof members.Reason === "string" ? members.Reason : undefined;
        this.log.add({ ...entry, status, errorCode, errorReason, explanation: failure.message });
        return {
          changed: touched || fault?.kind === "clock",
          result: () => {
            throw failure;
          },
        };
      }
    });
  }

  /** The account before its last writes, as far back as is remembered. */
  #before(account: Account, { writes = 1 }: { writes?: number }): Account {
    const past = this.#past.get(placeOf(account)) ?? [];
    return structuredClone(past.at(-writes) ?? past[0] ?? account);
  }

  #remember(account: Account): void {
    const past = this.#past.get(placeOf(account)) ?? [];
    this.#past.set(placeOf(account), [...past, account].slice(-MAX_PAST));
  }

  /** The past belongs to the world that had it. */
  forgetPast(): void {
    this.#past.clear();
  }
}

/** How many writes a stale read can be behind. */
const MAX_PAST = 50;

function placeOf({ accountId, region }: Caller): string {
  return `${accountId}/${region}`;
}

function contextOf(world: World, touch: () => void): Context {
  return {
    nowMs: nowOf(world),
    settings: world.settings,
    drift: world.drift,
    secret: world.secret,
    defaultReview: (type) => world.defaultReviews.get(type) ?? world.defaultReviews.get("*") ?? [],
    touch,
  };
}

function registrationIn(message: unknown): string | undefined {
  const { RegistrationId } = (message ?? {}) as { RegistrationId?: unknown };
  return typeof RegistrationId === "string" ? RegistrationId.slice(0, 256).replace(/^.*\//, "") : undefined;
}
