import { readClass } from "./characterClass";
import { anyButLineTerminators, anything, range } from "./characters";
import { readEscape } from "./escapes";
import { type Node, NotSupported } from "./node";
import { Reader } from "./reader";

/** Longer ones might nest deeper than the stack is. */
const MAX_PATTERN = 4096;

interface Parser {
  readonly reader: Reader;
  readonly ignoresCase: boolean;
  readonly dotMatchesAll: boolean;
  readonly groupNames: Set<string>;
  readonly looksBehind: boolean;
}

/**
 * Reads a Java regular expression; `undefined` where it has something whose meaning here would be a guess: possessive
 * quantifiers, atomic groups, back-references, boundaries, unions and intersections of classes, most flags, mistakes.
 */
export function parseJavaPattern(pattern: string): Node | undefined {
  if (pattern.length > MAX_PATTERN) return undefined;
  const reader = new Reader(pattern);
  const flags = reader.take(/^\(\?([is]+)\)/) ?? "";
  try {
    const node = readChoice({
      reader,
      ignoresCase: flags.includes("i"),
      dotMatchesAll: flags.includes("s"),
      groupNames: new Set(),
      looksBehind: false,
    });
    return reader.isAtEnd ? node : undefined;
  } catch (error) {
    if (error instanceof NotSupported) return undefined;
    throw error;
  }
}

function readChoice(parser: Parser): Node {
  const nodes = [readSequence(parser)];
  while (parser.reader.skip("|")) nodes.push(readSequence(parser));
  return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: "choice", nodes };
}

function readSequence(parser: Parser): Node {
  const { reader } = parser;
  const nodes: Node[] = [];
  while (!reader.isAtEnd && !reader.sees("|") && !reader.sees(")")) {
    const read = reader.skip("\\Q") ? readQuotation(parser) : [readAtom(parser)];
    const last = read.pop();
    if (last) nodes.push(...read, readQuantifier(parser, last));
  }
  return { kind: "sequence", nodes };
}

/** What is between `\Q` and `\E`; a quantifier after it is about the last character. */
function readQuotation({ reader, ignoresCase }: Parser): Node[] {
  const nodes: Node[] = [];
  while (!reader.isAtEnd && !reader.sees("\\E")) nodes.push(literal(reader.next() ?? "", ignoresCase));
  reader.skip("\\E");
  return nodes;
}

function readAtom(parser: Parser): Node {
  const { reader, ignoresCase, dotMatchesAll } = parser;
  const character = reader.next() ?? "";
  switch (character) {
    case "(":
      return readGroup(parser);
    case "[":
      return { kind: "character", accepts: readClass(reader, ignoresCase) };
    case ".":
      return { kind: "character", accepts: dotMatchesAll ? anything : anyButLineTerminators };
    case "^":
      return { kind: "start" };
    case "$":
      return { kind: "lastLineEnd" };
    case "\\":
      return readBackslash(parser);
    case "*":
    case "+":
    case "?":
    case "{":
      throw new NotSupported();
    default:
      return literal(character, ignoresCase);
  }
}

function readBackslash({ reader, ignoresCase }: Parser): Node {
  if (reader.skip("A")) return { kind: "start" };
  if (reader.skip("z")) return { kind: "end" };
  if (reader.skip("Z")) return { kind: "lastLineEnd" };
  const meaning = readEscape(reader, ignoresCase);
  const accepts = "accepts" in meaning ? meaning.accepts : range(meaning.codePoint, meaning.codePoint, ignoresCase);
  return { kind: "character", accepts };
}

function readGroup(parser: Parser): Node {
  const { reader, groupNames } = parser;
  const kind = reader.take(/^(\?(?:[:=!]|<[=!]|<[A-Za-z][A-Za-z0-9]*>))/) ?? "";
  if (kind === "" && reader.sees("?")) throw new NotSupported();
  // A name may be given once.
  if (kind.endsWith(">") && groupNames.size === groupNames.add(kind).size) throw new NotSupported();
  const looksBehind = parser.looksBehind || kind === "?<=" || kind === "?<!";
  const node = readChoice({ ...parser, looksBehind });
  if (!reader.skip(")")) throw new NotSupported();
  if (!/[=!]$/.test(kind)) return node;
  return { kind: "look", node, ahead: !kind.includes("<"), negative: kind.endsWith("!") };
}

function readQuantifier({ reader, looksBehind }: Parser, node: Node): Node {
  const range = readRange(reader);
  if (range === undefined) return node;
  reader.skip("?"); // Reluctant or not: the same texts match as a whole.
  // Java takes only what bounds obviously how far to look back.
  if (looksBehind && (node.kind !== "character" || range.max === Number.POSITIVE_INFINITY)) throw new NotSupported();
  // A possessive quantifier, or a quantifier of a quantifier.
  if (/^[*+?{]/.test(reader.peek ?? "")) throw new NotSupported();
  return { kind: "repeat", node, ...range };
}

function readRange(reader: Reader): { min: number; max: number } | undefined {
  if (reader.skip("*")) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (reader.skip("+")) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (reader.skip("?")) return { min: 0, max: 1 };
  const counts = reader.take(/^\{(\d{1,9}(?:,\d{0,9})?)\}/);
  if (counts === undefined) return reader.sees("{") ? unsupported() : undefined;
  const [min = "", max = min] = counts.split(",");
  const range = { min: Number(min), max: max === "" ? Number.POSITIVE_INFINITY : Number(max) };
  return range.min <= range.max ? range : unsupported();
}

function literal(character: string, ignoresCase: boolean): Node {
  const codePoint = character.codePointAt(0) ?? 0;
  return { kind: "character", accepts: range(codePoint, codePoint, ignoresCase) };
}

function unsupported(): never {
  throw new NotSupported();
}
