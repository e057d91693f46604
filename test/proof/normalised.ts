const ID = /\b(registration|attachment|phone)-[0-9a-f]{32}/g;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** A value in which ids are numbered in their order, times are only there, and the order of keys tells nothing. */
export function normalised(value: unknown): unknown {
  const names = new Map<string, string>();
  const named = (text: string) =>
    text.replace(ID, (id, kind) => {
      const name = names.get(id) ?? `${kind} ${names.size + 1}`;
      names.set(id, name);
      return name;
    });
  const walk = (inner: unknown): unknown => {
    if (typeof inner === "string") return TIME.test(inner) ? "a time" : named(inner);
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner !== "object" || inner === null) return inner;
    const entries = Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, one]) => [named(key), walk(one)]));
  };
  return walk(value);
}
