import { type CharacterTest, NotSupported } from "./node";

/** A class by its ranges of code points, written `"az09__"`: pairs of first and last. */
function ranges(pairs: string): CharacterTest {
  const bounds = Array.from(pairs, (character) => character.codePointAt(0) ?? 0);
  const starts = bounds.filter((_, index) => index % 2 === 0);
  return (codePoint) =>
    starts.some((start, index) => start <= codePoint && codePoint <= (bounds[2 * index + 1] ?? start));
}

const not =
  (test: CharacterTest): CharacterTest =>
  (codePoint) =>
    !test(codePoint);

const digit = ranges("09");
const word = ranges("azAZ09__");
// ASCII only, other than JavaScript's `\s`.
const space = ranges("\t\r  ");
const horizontal = ranges("\t\t  \u00a0\u00a0\u1680\u1680\u180e\u180e\u2000\u200a\u202f\u202f\u205f\u205f\u3000\u3000");
// A class in Java, the one character U+000B in JavaScript.
const vertical = ranges("\n\r\u0085\u0085\u2028\u2029");

/** `\d` and the like, by the letter. */
export const letterClasses: ReadonlyMap<string, CharacterTest> = new Map([
  ...Object.entries({ d: digit, w: word, s: space, h: horizontal, v: vertical }),
  ...Object.entries({ D: not(digit), W: not(word), S: not(space), H: not(horizontal), V: not(vertical) }),
]);

/** `.`: JavaScript lets it match U+0085. */
export const anyButLineTerminators = not(ranges("\n\n\r\r\u0085\u0085\u2028\u2029"));
export const anything: CharacterTest = () => true;

/** POSIX classes are ASCII in Java, unless a flag says otherwise; such flags are not supported. */
const posix: ReadonlyMap<string, CharacterTest> = new Map(
  Object.entries({
    Lower: "az",
    Upper: "AZ",
    ASCII: "\0\x7f",
    Alpha: "azAZ",
    Digit: "09",
    Alnum: "azAZ09",
    Punct: "!/:@[`{~",
    Graph: "!~",
    Print: " ~",
    Blank: "  \t\t",
    Cntrl: "\0\x1f\x7f\x7f",
    XDigit: "09afAF",
    Space: "\t\r  ",
  }).map(([name, pairs]) => [name, ranges(pairs)]),
);

/** General categories mean the same in both, as far as both know a character. Cn and C grow smaller with each Unicode. */
const CATEGORY = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfos])$/;

/** `\p{name}`, or `\P{name}` with `isNegated`. */
export function propertyClass(name: string, isNegated: boolean): CharacterTest {
  const test = posix.get(name) ?? categoryClass(name);
  return isNegated ? not(test) : test;
}

function categoryClass(name: string): CharacterTest {
  if (!CATEGORY.test(name)) throw new NotSupported();
  const pattern = new RegExp(`^\\p{${name}}$`, "u");
  return (codePoint) => pattern.test(String.fromCodePoint(codePoint));
}

/** The characters from `first` to `last`; ignoring case means ASCII case, as in Java. */
export function range(first: number, last: number, ignoresCase: boolean): CharacterTest {
  const isWithin: CharacterTest = (codePoint) => first <= codePoint && codePoint <= last;
  return ignoresCase ? (codePoint) => isWithin(codePoint) || isWithin(otherCase(codePoint)) : isWithin;
}

function otherCase(codePoint: number): number {
  const isLetter = ranges("azAZ")(codePoint);
  return isLetter ? codePoint ^ 0x20 : codePoint;
}
