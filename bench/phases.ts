/** The life that every contestant goes through, and the fewest calls that each part of it can have. */
import { FIELDS } from "./form";

export type PhaseCommand = "up" | "preview" | "refresh" | "destroy";

export interface Phase {
  name: string;
  command: PhaseCommand;
  /** What happens at the service, or in the program, just before. */
  before?: "verdicts" | "limit" | "change";
  /** The fewest calls for n registrations: what has to be written, and what no other call tells. */
  fewestCalls: (n: number) => number;
  formula: string;
}

const pages = (n: number) => Math.ceil(n / 100);
const form = 1 + FIELDS + 1;

export const PHASES: readonly Phase[] = [
  // Of each registration: create, a put for each field, submit.
  { name: "first up", command: "up", fewestCalls: (n) => n * form, formula: `${form}n` },
  { name: "unchanged up", command: "up", fewestCalls: () => 0, formula: "0" },
  { name: "preview", command: "preview", fewestCalls: () => 0, formula: "0" },
  // All registrations in pages of 100, and the version of each, whose status nothing else tells.
  { name: "refresh, in review", command: "refresh", fewestCalls: (n) => pages(n) + n, formula: "⌈n/100⌉ + n" },
  // The same, and the values of each, which bring the reviewer's words.
  {
    name: "refresh, verdicts",
    command: "refresh",
    before: "verdicts",
    fewestCalls: (n) => pages(n) + 2 * n,
    formula: "⌈n/100⌉ + 2n",
  },
  { name: "refresh, settled", command: "refresh", fewestCalls: pages, formula: "⌈n/100⌉" },
  {
    name: "refresh, settled, 10 calls/s",
    command: "refresh",
    before: "limit",
    fewestCalls: pages,
    formula: "⌈n/100⌉",
  },
  // Open a version, which is empty, put every field, submit.
  { name: "one change", command: "up", before: "change", fewestCalls: () => form, formula: `${form}` },
  // Discard the version that is in review, delete every registration.
  { name: "destroy", command: "destroy", fewestCalls: (n) => n + 1, formula: "n + 1" },
];
