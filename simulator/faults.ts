import { type ErrorCode, ServiceError } from "./errors";

/** Before the operation had its effect, or after it. */
export type When = "before" | "after";

/** What goes wrong at one call. */
export type Fault =
  /** An error of the service: throttled, a quota, no access, 500. @default "before" */
  | { kind: "refuse"; code: ErrorCode; reason?: string; message?: string; when?: When }
  /** The connection is reset in place of an answer. @default "after" */
  | { kind: "lose"; when?: When }
  /** No answer comes, and the connection stays open: until the client gives up. @default "after" */
  | { kind: "hang"; when?: When }
  /** The answer comes late, by so many real milliseconds. */
  | { kind: "delay"; ms: number }
  /** The effect is there; the answer is not JSON, or its connection ends in the middle of it. */
  | { kind: "malformed" | "truncated" }
  /** A read that has not heard of the last writes in its account and region: eventual consistency. @default 1 */
  | { kind: "stale"; writes?: number }
  /** The service's clock jumps, then the call goes on. */
  | { kind: "clock"; ms: number };

/** When a fault happens. */
export interface FaultRule {
  /** The operation as the service names it. @default "*": every one */
  operation?: string;
  /** @default every region */
  region?: string;
  /** The first of the matching calls that it hits, from 1 on; they are counted from when the rule is set. @default 1 */
  nth?: number;
  /** How many calls it hits in a row; `"always"` has no end. @default 1 */
  times?: number | "always";
  /** Ends so long after it was set, on the simulator's clock. */
  forMs?: number;
  fault: Fault;
}

/** A fault that happened. */
export interface FiredFault {
  /** The index of its rule. */
  rule: number;
  kind: Fault["kind"];
  operation: string;
  region: string;
  /** Which of the calls that match the rule, from 1 on. */
  nth: number;
}

const KINDS = new Set<string>(["refuse", "lose", "hang", "delay", "malformed", "truncated", "stale", "clock"]);
const KEPT = 10_000;

/** Faults on purpose, in this process; a state file knows nothing of them. */
export class Faults {
  #rules: { rule: FaultRule; seen: number; endMs: number }[] = [];
  #fired: FiredFault[] = [];

  /** Replaces all rules, and begins to count anew. */
  set(rules: readonly FaultRule[], nowMs: number): void {
    if (!Array.isArray(rules)) throw new Error("rules is a list of { operation, nth, times, fault: { kind, ... } }");
    for (const rule of rules) requireRule(rule);
    this.#rules = rules.map((rule) => ({ rule, seen: 0, endMs: nowMs + (rule.forMs ?? Number.POSITIVE_INFINITY) }));
    this.#fired = [];
  }

  /** The faults that have happened since the rules were set, oldest first. */
  get fired(): readonly FiredFault[] {
    return this.#fired;
  }

  /** Whether some read may have to answer as things were. */
  get needsPast(): boolean {
    return this.#rules.some(({ rule }) => rule.fault.kind === "stale");
  }

  /** The fault of a call that arrives now. Every rule that matches counts it; the first one that is due strikes. */
  strike(operation: string, region: string, nowMs: number): Fault | undefined {
    let struck: Fault | undefined;
    for (const [index, active] of this.#rules.entries()) {
      const { rule } = active;
      if ((rule.operation ?? "*") !== "*" && rule.operation !== operation) continue;
      if (rule.region !== undefined && rule.region !== region) continue;
      const nth = ++active.seen;
      const { nth: first = 1, times = 1, fault } = rule;
      const isDue = nth >= first && (times === "always" || nth < first + times) && nowMs < active.endMs;
      if (!isDue || struck) continue;
      struck = fault;
      if (this.#fired.length < KEPT) this.#fired.push({ rule: index, kind: fault.kind, operation, region, nth });
    }
    return struck;
  }
}

/** When a fault that stands in the way of the answer does so. */
export function whenOf(fault: Fault): When {
  const usual = fault.kind === "refuse" ? "before" : "after";
  return "when" in fault ? (fault.when ?? usual) : usual;
}

/** The error of a `refuse`. */
export function refusalOf({ code, reason, message }: Extract<Fault, { kind: "refuse" }>): ServiceError {
  return new ServiceError(code, message ?? "A fault on purpose", reason === undefined ? {} : { Reason: reason });
}

function requireRule({ nth = 1, times = 1, forMs = 0, fault }: FaultRule): void {
  if (!KINDS.has(fault?.kind)) throw new Error(`A fault's kind is one of: ${[...KINDS].join(", ")}`);
  const counts = { nth, times: times === "always" ? 1 : times, forMs, ...fault };
  for (const [name, least] of Object.entries({ nth: 1, times: 1, forMs: 0, ms: 0, writes: 1 })) {
    const value = (counts as Record<string, unknown>)[name];
    if (value === undefined && !(name === "ms" && (fault.kind === "delay" || fault.kind === "clock"))) continue;
    if (!Number.isSafeInteger(value) || Number(value) < least) {
      throw new Error(`${name} is a whole number from ${least} up`);
    }
  }
  if ("when" in fault && fault.when !== undefined && !["before", "after"].includes(fault.when)) {
    throw new Error("when is before or after");
  }
  if (fault.kind === "refuse" && (typeof fault.code !== "string" || !isErrorCode(fault.code))) {
    throw new Error("code is one of the service's exceptions, such as ThrottlingException");
  }
}

/** A code that nobody knows has no HTTP status. */
function isErrorCode(code: ErrorCode): boolean {
  return new ServiceError(code, "").statusCode !== undefined;
}
