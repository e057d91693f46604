/**
 * The values of a registration's form, keyed by field path.
 *
 * Field paths come from users and from the service, so they are untrusted keys: a `Map` inside, `Object.entries`
 * and `Object.fromEntries` (own properties only) at the edges, never `object[path]`.
 */

/** One value as a program writes it: text, choices of a SELECT field, or the id of an uploaded attachment. */
export type FieldInput = string | string[] | { attachmentId: string };

/** One value as the service stores it: exactly one of the three kinds. */
export type FieldValue = { text: string } | { choices: string[] } | { attachmentId: string };

/** The values of a form by field path. */
export type FieldValues = ReadonlyMap<string, FieldValue>;

/** Reads what a program declared. Values that are absent (`undefined`, `null`) are not part of the form. */
export function declaredFields(fields: Readonly<Record<string, FieldInput | undefined>> | undefined): FieldValues {
  const values = new Map<string, FieldValue>();
  for (const [path, input] of Object.entries(fields ?? {})) {
    if (input !== undefined && input !== null) values.set(path, fieldValue(input));
  }
  return values;
}

function fieldValue(input: FieldInput): FieldValue {
  if (typeof input === "string") return { text: input };
  if (Array.isArray(input)) return { choices: input };
  return { attachmentId: input.attachmentId };
}

/**
 * Writes values the way a program would declare them. What means the same as in `notation` is written as it is there,
 * and in its order, so that reading back what was declared gives exactly what was declared.
 */
export function fieldInputs(
  values: FieldValues,
  notation: Readonly<Record<string, FieldInput>> = {},
): Record<string, FieldInput> {
  const declared = declaredFields(notation);
  const kept = Object.entries(notation).filter(([path]) => sameValue(declared.get(path), values.get(path)));
  const keptPaths = new Set(kept.map(([path]) => path));
  const others = [...values].filter(([path]) => !keptPaths.has(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries([...kept, ...others.map(([path, value]) => [path, fieldInput(value)] as const)]);
}

function fieldInput(value: FieldValue): FieldInput {
  if ("text" in value) return value.text;
  if ("choices" in value) return value.choices;
  return { attachmentId: value.attachmentId };
}

/** Choices are a set to the service, and an attachment may be named by id or by ARN. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonical(a) === canonical(b);
}

function canonical(value: FieldValue): string {
  if ("text" in value) return JSON.stringify(["text", value.text]);
  if ("choices" in value) return JSON.stringify(["choices", ...[...value.choices].sort()]);
  return JSON.stringify(["attachment", value.attachmentId.slice(value.attachmentId.lastIndexOf("/") + 1)]);
}

/** Whether two forms hold the same values under the same paths. */
export function sameFields(a: FieldValues, b: FieldValues): boolean {
  return a.size === b.size && [...a].every(([path, value]) => sameValue(value, b.get(path)));
}
