import { refuse } from "./errors";

/** The checker of requests: knows shapes, knows no operation. A request table is a `structure` of shapes, its type follows from it. */
export interface Shape<T> {
  readonly check: (value: unknown, at: string, found: Findings) => void;
  /** Never set: carries the type of the value for `RequestOf`. */
  readonly valueType?: T;
}
export interface RequiredShape<T> extends Shape<T> {
  readonly required: true;
}
type Members = Record<string, Shape<unknown>>;
type RequiredNames<M extends Members> = { [K in keyof M]: M[K] extends { required: true } ? K : never }[keyof M];
type ValueOf<S> = S extends Shape<infer T> ? T : never;
export type StructureOf<M extends Members> = { [K in RequiredNames<M>]: ValueOf<M[K]> } & {
  [K in Exclude<keyof M, RequiredNames<M>>]?: ValueOf<M[K]>;
};
export type RequestOf<S> = ValueOf<S>;

/** A constraint that is not met. `Message` never repeats the value: values hold personal data. */
interface Problem {
  Name: string;
  Message: string;
}
class Findings {
  readonly problems: Problem[] = [];
  missing = false;
  constructor(readonly unknownMembers: "ignore" | "refuse") {}
  constraint(at: string, text: string): void {
    this.problems.push({ Name: at, Message: `Member must ${text}` });
  }
}

/** Wrong JSON types never reach validation: the service cannot read such a request at all. */
function wrongType(at: string, wanted: string): never {
  throw refuse("request.wrongType", `${at === "" ? "The request" : at} must be ${wanted}`);
}

interface Range {
  min?: number;
  max?: number;
}
function checkRange(size: number, { min, max }: Range, what: string, at: string, found: Findings): void {
  if (min !== undefined && size < min) found.constraint(at, `have ${what} greater than or equal to ${min}`);
  if (max !== undefined && size > max) found.constraint(at, `have ${what} less than or equal to ${max}`);
}

/** Length counts code points, as Smithy does, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** A string; `pattern` has to match all of it. */
export function string(limits: Range & { pattern?: string } = {}): Shape<string> {
  const pattern = limits.pattern === undefined ? undefined : new RegExp(`^(?:${limits.pattern})$`, "u");
  return {
    check(value, at, found) {
      if (typeof value !== "string") return wrongType(at, "a string");
      checkRange(lengthOf(value), limits, "length", at, found);
      if (pattern && !pattern.test(value))
        found.constraint(at, `satisfy regular expression pattern: ${limits.pattern}`);
    },
  };
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return {
    check(value, at, found) {
      if (typeof value !== "string") return wrongType(at, "a string");
      if (!(values as readonly string[]).includes(value)) {
        found.constraint(at, `satisfy enum value set: [${values.join(", ")}]`);
      }
    },
  };
}

/** Bytes, as base64 on the wire. */
export function blob(limits: Range): Shape<string> {
  return {
    check(value, at, found) {
      if (typeof value !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 !== 0) {
        return wrongType(at, "base64");
      }
      const padding = value.endsWith("==") ? 2 : value.endsWith("=") ? 1 : 0;
      checkRange((value.length / 4) * 3 - padding, limits, "length", at, found);
    },
  };
}

export function integer(limits: Range): Shape<number> {
  return {
    check(value, at, found) {
      if (!Number.isSafeInteger(value)) return wrongType(at, "an integer");
      checkRange(value as number, limits, "value", at, found);
    },
  };
}

export const boolean: Shape<boolean> = {
  check(value, at) {
    if (typeof value !== "boolean") wrongType(at, "a boolean");
  },
};

export function list<T>(member: Shape<T>, limits: Range): Shape<T[]> {
  return {
    check(value, at, found) {
      if (!Array.isArray(value)) return wrongType(at, "a list");
      checkRange(value.length, limits, "length", at, found);
      value.forEach((item, index) => {
        member.check(item, `${at}[${index}]`, found);
      });
    },
  };
}

export function required<T>(shape: Shape<T>): RequiredShape<T> {
  return { ...shape, required: true };
}

/** JSON null means "not given", as in every AWS JSON service. */
export function structure<M extends Members>(members: M): Shape<StructureOf<M>> {
  const known = new Map(Object.entries(members));
  return {
    check(value, at, found) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return wrongType(at, "a structure");
      const given = new Map(Object.entries(value).filter(([, member]) => member !== null));
      for (const [name, shape] of known) {
        const path = at === "" ? name : `${at}.${name}`;
        if (given.has(name)) shape.check(given.get(name), path, found);
        else if ("required" in shape) {
          found.missing = true;
          found.constraint(path, "not be null");
        }
      }
      if (found.unknownMembers === "ignore") return;
      for (const name of given.keys()) if (!known.has(name)) found.constraint(name, "be known to the operation");
    },
  };
}

/** Refuses a request that its table does not allow, naming every constraint that fails; hands it back without nulls. */
export function checkRequest<T>(table: Shape<T>, request: unknown, unknownMembers: "ignore" | "refuse"): T {
  const found = new Findings(unknownMembers);
  table.check(request, "", found);
  const { problems } = found;
  if (problems.length > 0) {
    const list = problems.map(({ Name, Message }) => `Value at '${Name}' failed to satisfy constraint: ${Message}`);
    const message = `${problems.length} validation error${problems.length > 1 ? "s" : ""} detected: ${list.join("; ")}`;
    throw refuse(found.missing ? "request.missing" : "request.constraint", message, { Fields: problems });
  }
  return Object.fromEntries(Object.entries(request as object).filter(([, value]) => value !== null)) as T;
}
