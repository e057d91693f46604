/** One thing that is wrong with a resource's arguments, as data. `printProblem.ts` has the words. */
export interface Problem {
  /** Where: property names, the last of which may be a field path. */
  path: string[];
  code: string;
  /** What was given, described without its value: a value may be a tax number. */
  actual?: string;
  /** What is allowed. */
  allowed: string;
}

/** Stands for a value that is not known before something else has been created. */
export const UNKNOWN: unique symbol = Symbol("unknown until another resource is created");
export type Unknown = typeof UNKNOWN;

/** Arguments as they come from a host: anything may be missing, of a wrong type, or not known yet. */
export type MaybeUnknown<T> = { readonly [K in keyof T]?: unknown };

export function isKnown(value: unknown): boolean {
  return value !== UNKNOWN;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Collects the problems of single properties. */
export function problems<T>(inputs: MaybeUnknown<T>) {
  const found: Problem[] = [];
  const property = (name: keyof T & string, type: "string" | "boolean", isRequired: boolean) => {
    const value = inputs[name];
    const isAbsent = value === undefined || value === null;
    if (isAbsent ? isRequired : isKnown(value) && typeof value !== type) {
      found.push({
        path: [name],
        code: isAbsent ? "required" : "type",
        actual: isAbsent ? "nothing" : typeof value,
        allowed: `a ${type}`,
      });
    }
    const text = typeof value === "string" ? value : undefined;
    return {
      matches(pattern: RegExp, allowed: string) {
        if (text !== undefined && !pattern.test(text)) found.push({ path: [name], code: "pattern", allowed });
      },
      oneOf(allowed: readonly string[]) {
        if (text !== undefined && !allowed.includes(text)) {
          found.push({
            path: [name],
            code: "choice",
            actual: `"${text}"`,
            allowed: allowed.map((a) => `"${a}"`).join(" or "),
          });
        }
      },
    };
  };
  const list = (name: keyof T & string) => ({
    matches(pattern: RegExp, allowed: string) {
      const value = inputs[name];
      if (value === undefined || value === null || !isKnown(value)) return;
      if (!Array.isArray(value))
        found.push({ path: [name], code: "type", actual: typeof value, allowed: "a list of texts" });
      else {
        value.forEach((item, index) => {
          const isRight = !isKnown(item) || (typeof item === "string" && pattern.test(item));
          if (!isRight) found.push({ path: [name, String(index)], code: "pattern", allowed });
        });
      }
    },
  });
  return {
    found,
    list,
    required: (name: keyof T & string, type: "string" | "boolean") => property(name, type, true),
    optional: (name: keyof T & string, type: "string" | "boolean") => property(name, type, false),
  };
}
