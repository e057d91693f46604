import type { FaultRule } from "../../simulator";

/** One way in which a run is disturbed at its n-th call. */
export interface FaultKind {
  name: string;
  /** For the run that is disturbed. */
  rules(nth: number): FaultRule[];
  /** For the run after it; a third one is then undisturbed. */
  after?: FaultRule[];
  /** From the first fault on, the engine hears nothing of the process any more. */
  kills?: boolean;
  maxAttempts?: number;
}

const nothing = { kind: "lose", when: "before" } as const;
const refuse = (code: "ThrottlingException" | "InternalServerException" | "AccessDeniedException") =>
  ({ kind: "refuse", code }) as const;

export const FAULT_KINDS: FaultKind[] = [
  { name: "killed before the call", kills: true, rules: (nth) => [{ nth, times: "always", fault: nothing }] },
  { name: "killed before the answer", kills: true, rules: killedAfter },
  {
    name: "killed before the answer, then stale reads",
    kills: true,
    rules: killedAfter,
    after: [{ times: "always", fault: { kind: "stale" } }],
  },
  { name: "answer lost", rules: (nth) => [{ nth, fault: { kind: "lose" } }] },
  { name: "answer lost, tried again", maxAttempts: 3, rules: (nth) => [{ nth, fault: { kind: "lose" } }] },
  { name: "answer cut", rules: (nth) => [{ nth, fault: { kind: "truncated" } }] },
  { name: "answer malformed", rules: (nth) => [{ nth, fault: { kind: "malformed" } }] },
  { name: "throttled", rules: (nth) => [{ nth, fault: refuse("ThrottlingException") }] },
  { name: "access denied", rules: (nth) => [{ nth, times: "always", fault: refuse("AccessDeniedException") }] },
  { name: "500 before the effect", rules: (nth) => [{ nth, fault: refuse("InternalServerException") }] },
  {
    name: "500 after the effect",
    rules: (nth) => [{ nth, fault: { ...refuse("InternalServerException"), when: "after" } }],
  },
  {
    name: "500 after the effect, tried again",
    maxAttempts: 3,
    rules: (nth) => [{ nth, fault: { ...refuse("InternalServerException"), when: "after" } }],
  },
  { name: "stale read", rules: (nth) => [{ nth, fault: { kind: "stale" } }] },
  {
    name: "stale reads from there on",
    rules: (nth) => [{ nth, times: "always", fault: { kind: "stale", writes: 2 } }],
  },
  {
    name: "quota reached",
    rules: (nth) => [{ nth, times: "always", fault: { kind: "refuse", code: "ServiceQuotaExceededException" } }],
  },
  { name: "the service's clock jumps by a day", rules: (nth) => [{ nth, fault: { kind: "clock", ms: 86_400_000 } }] },
  { name: "answer late", rules: (nth) => [{ nth, fault: { kind: "delay", ms: 20 } }] },
];

/** The call has its effect; nobody hears of it, and nobody makes another one. */
function killedAfter(nth: number): FaultRule[] {
  return [
    { nth, fault: { kind: "lose" } },
    { nth: nth + 1, times: "always", fault: nothing },
  ];
}
