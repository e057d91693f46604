import { printPath } from "../lifecycle/printProblem";

/** What an argument of a look-up may be. `Value` is what the look-up then takes it for. */
export interface Argument<Value> {
  /** For people: "is expected" follows. */
  readonly expected: string;
  readonly isNeeded: boolean;
  is(value: unknown): value is Exclude<Value, undefined>;
  /** What the elements of a list may be. */
  readonly element?: { readonly expected: string; is(value: unknown): boolean };
}

export type ArgumentsOf<Taken> = { [Name in keyof Taken]: Taken[Name] extends Argument<infer Value> ? Value : never };

/** One thing that is wrong with the arguments of a look-up; never a value. */
export interface ArgumentProblem {
  path: string;
  reason: string;
}

/** A look-up that was not made, since its arguments cannot be meant. */
export class ArgumentsError extends TypeError {
  constructor(readonly problems: readonly ArgumentProblem[]) {
    super(problems.map(({ path, reason }) => `${path}: ${reason}`).join("; "));
  }
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1;

export const TEXT: Argument<string | undefined> = { expected: "a text", isNeeded: false, is: isText };

export const TEXTS: Argument<string[] | undefined> = {
  expected: "a list of texts",
  isNeeded: false,
  is: (value): value is string[] => Array.isArray(value) && value.every(isText),
  element: { expected: "a text", is: isText },
};

export const NUMBERS: Argument<number[] | undefined> = {
  expected: "a list of whole numbers from 1 on",
  isNeeded: false,
  is: (value): value is number[] => Array.isArray(value) && value.every(isNumber),
  element: { expected: "a whole number from 1 on", is: isNumber },
};

export function needed(what: string): Argument<string> {
  return { expected: `${what}, as text,`, isNeeded: true, is: isText };
}

/**
 * The arguments, once they are what the look-up takes. What is `undefined` or null is absent.
 *
 * @throws ArgumentsError with everything that is wrong.
 */
export function checkedArguments<Taken extends Record<string, Argument<unknown>>>(
  taken: Taken,
  args: Readonly<Record<string, unknown>>,
): ArgumentsOf<Taken> {
  const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined && value !== null));
  const names = Object.keys(taken).join(", ");
  const unknown = Object.keys(given)
    .filter((name) => !Object.hasOwn(taken, name))
    .map((name) => ({ path: printPath([name]), reason: `there is no such argument; there are ${names}` }));
  const wrong = Object.entries(taken).flatMap(([name, argument]) =>
    problemsOf(argument, name, Object.hasOwn(given, name) ? given[name] : undefined),
  );
  if (unknown.length + wrong.length > 0) throw new ArgumentsError([...unknown, ...wrong]);
  return given as ArgumentsOf<Taken>;
}

function problemsOf(argument: Argument<unknown>, name: string, value: unknown): ArgumentProblem[] {
  if (value === undefined ? !argument.isNeeded : argument.is(value)) return [];
  const { element } = argument;
  if (element === undefined || !Array.isArray(value)) {
    return [{ path: name, reason: `${argument.expected} is expected` }];
  }
  return value.flatMap((item, index) =>
    element.is(item) ? [] : [{ path: `${name}[${index}]`, reason: `${element.expected} is expected` }],
  );
}
