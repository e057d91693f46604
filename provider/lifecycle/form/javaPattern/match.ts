import type { Node } from "./node";

/**
 * How many positions may be looked at for one text. The matcher keeps sets of positions and never goes back, so
 * patterns that take a backtracking engine for ever cost a product of lengths here; this bounds the product.
 */
const MAX_WORK = 2_000_000;

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const LINE_TERMINATORS = new Set([LINE_FEED, CARRIAGE_RETURN, 0x85, 0x2028, 0x2029]);

type Positions = ReadonlySet<number>;
class TooMuchWork extends Error {}

/** Whether the whole text matches, like Java's `matches()`; `undefined` where that takes too long to find out. */
export function matchesWhole(root: Node, text: string): boolean | undefined {
  const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  try {
    return advance(root, new Set([0]), { characters, work: 0 }).has(characters.length);
  } catch (error) {
    if (error instanceof TooMuchWork) return undefined;
    throw error;
  }
}

interface Run {
  readonly characters: readonly number[];
  work: number;
}

/** Every position that can be reached through `node` from any of `from`. */
function advance(node: Node, from: Positions, run: Run): Positions {
  run.work += from.size + 1;
  if (run.work > MAX_WORK) throw new TooMuchWork();
  const { characters } = run;
  switch (node.kind) {
    case "character":
      return moved(from, (at) => at < characters.length && node.accepts(characters[at] ?? 0));
    case "sequence":
      return node.nodes.reduce((reached, next) => (reached.size === 0 ? reached : advance(next, reached, run)), from);
    case "choice":
      return new Set(node.nodes.flatMap((one) => [...advance(one, from, run)]));
    case "repeat":
      return repeat(node, from, run);
    case "look":
      return kept(from, (at) => sees(node, at, run) !== node.negative);
    case "start":
      return kept(from, (at) => at === 0);
    case "end":
      return kept(from, (at) => at === characters.length);
    case "lastLineEnd":
      return kept(from, (at) => isLastLineEnd(characters, at));
  }
}

function repeat({ node, min, max }: Node & { kind: "repeat" }, from: Positions, run: Run): Positions {
  let newest = from;
  for (let count = 0; count < min && newest.size > 0; count++) newest = advance(node, newest, run);
  const reached = new Set(newest);
  // A position that was there with fewer rounds leads to nothing new.
  for (let count = min; count < max && newest.size > 0; count++) {
    newest = kept(advance(node, newest, run), (at) => !reached.has(at));
    for (const at of newest) reached.add(at);
  }
  return reached;
}

function sees({ node, ahead }: Node & { kind: "look" }, at: number, run: Run): boolean {
  if (ahead) return advance(node, new Set([at]), run).size > 0;
  return advance(node, new Set(Array.from({ length: at + 1 }, (_, start) => start)), run).has(at);
}

function moved(from: Positions, accepts: (at: number) => boolean): Positions {
  const reached = new Set<number>();
  for (const at of from) if (accepts(at)) reached.add(at + 1);
  return reached;
}

function kept(from: Positions, test: (at: number) => boolean): Positions {
  const reached = new Set<number>();
  for (const at of from) if (test(at)) reached.add(at);
  return reached;
}

function isLastLineEnd(characters: readonly number[], at: number): boolean {
  const left = characters.length - at;
  const here = characters[at] ?? 0;
  if (left === 2) return here === CARRIAGE_RETURN && characters[at + 1] === LINE_FEED;
  const isInsideCrLf = here === LINE_FEED && characters[at - 1] === CARRIAGE_RETURN;
  return left === 0 || (left === 1 && LINE_TERMINATORS.has(here) && !isInsideCrLf);
}
