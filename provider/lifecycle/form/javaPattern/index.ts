/**
 * Patterns of the service's definitions are Java regular expressions that must match a whole text.
 *
 * They are not handed to JavaScript's own engine. The two differ in more than syntax (`\s`, `.`, `$`, `\v`, POSIX
 * classes), and a pattern from outside could keep a backtracking engine busy for years. So a pattern is read into a
 * small tree, and only constructs that mean one thing in every version of Java are read; the tree is matched without
 * going back, in bounded time. Whatever does not fit is "unchecked": a warning, never a guess.
 */
import { matchesWhole } from "./match";
import type { Node } from "./node";
import { parseJavaPattern } from "./parse";

const parsed = new Map<string, Node | undefined>();
const MAX_REMEMBERED = 1000;

/** Whether a text matches a Java pattern as a whole. */
export function checkJavaPattern(pattern: string, text: string): "matches" | "differs" | "unchecked" {
  if (!parsed.has(pattern)) {
    if (parsed.size >= MAX_REMEMBERED) parsed.clear();
    parsed.set(pattern, parseJavaPattern(pattern));
  }
  const node = parsed.get(pattern);
  const isMatch = node && matchesWhole(node, text);
  if (isMatch === undefined) return "unchecked";
  return isMatch ? "matches" : "differs";
}
