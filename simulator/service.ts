import { CallLog } from "./calls";
import { refuse, ServiceError } from "./errors";
import type { Context } from "./operation";
import { operations } from "./operations";
import type { Store } from "./store";
import { accountIn, nowOf, type World } from "./world";

/** Who calls, taken from the signature. */
export interface Caller {
  readonly accountId: string;
  readonly region: string;
}

/** The service behind the wire: one call at a time, on the state that the store holds. */
export class Service {
  readonly log = new CallLog();
  /** As last seen in the settings. */
  latencyMs = 0;
  constructor(readonly store: Store) {}

  /** Does what the operation does. The state is stored before the answer is handed back, also when the answer is an error. */
  async call(operationName: string, caller: Caller, request: unknown): Promise<object> {
    const operation = operations.get(operationName);
    if (!operation) throw refuse("wire.operation", `There is no operation ${operationName}`);
    return this.store.use((world) => {
      this.latencyMs = world.settings.latencyMs;
      let touched = operation.effect === "write";
      const context = contextOf(world, () => {
        touched = true;
      });
      const time = new Date(context.nowMs).toISOString();
      const entry = { time, operation: operationName, ...caller, registrationId: registrationIn(request) };
      try {
        const answer = operation.call(accountIn(world, caller.accountId, caller.region), request, context);
        this.log.add({ ...entry, registrationId: entry.registrationId ?? registrationIn(answer), status: 200 });
        return { changed: touched, result: () => answer };
      } catch (error) {
        const failure =
          error instanceof ServiceError ? error : new ServiceError("InternalServerException", String(error));
        const { code: errorCode, statusCode: status, members } = failure;
        const errorReason = typeof members.Reason === "string" ? members.Reason : undefined;
        this.log.add({ ...entry, status, errorCode, errorReason, explanation: failure.message });
        return {
          changed: touched,
          result: () => {
            throw failure;
          },
        };
      }
    });
  }
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
