import { nameOf, type Outcome } from "./runStack";

/** The statuses that somebody has to act on. */
const FOR_PEOPLE = ["DENIED", "REVOKED", "REQUIRES_AUTHENTICATION"];

/** What people read in the morning: how many are where, who has to be looked after, and what failed and why. */
export function report(outcomes: readonly Outcome[]): string {
  const sorted = [...outcomes].sort((a, b) => (a.stack < b.stack ? -1 : 1));
  const all = sorted.flatMap(({ stack, statuses }) =>
    Object.entries(statuses).map(([customer, status]) => ({ stack, customer, status })),
  );
  const counts = new Map<string, number>();
  for (const { status } of all) counts.set(status, (counts.get(status) ?? 0) + 1);
  const failed = sorted.flatMap(({ stack, failures }) =>
    failures.map(({ urn, message }) => `${stack}${urn ? `, ${nameOf(urn)}` : ""}: ${message}`),
  );
  return [
    `${outcomes.length} stacks: ${[...counts].map(([status, count]) => `${count} ${status}`).join(", ")}`,
    ...all
      .filter(({ status }) => FOR_PEOPLE.includes(status))
      .map(({ stack, customer, status }) => `${stack}, ${customer}: ${status}`),
    ...(failed.length > 0 ? [`${failed.length} failed:`, ...failed] : []),
  ].join("\n");
}
