import { range } from "./characters";
import { readEscape } from "./escapes";
import { type CharacterTest, NotSupported } from "./node";
import type { Reader } from "./reader";

/** Reads `[...]`; the opening bracket is read already. Unions and intersections of classes are not supported. */
export function readClass(reader: Reader, ignoresCase: boolean): CharacterTest {
  const isNegated = reader.skip("^");
  const members: CharacterTest[] = [];
  // A closing bracket that comes first is a member.
  while (members.length === 0 || !reader.sees("]")) members.push(readMember(reader, ignoresCase));
  reader.skip("]");
  return (codePoint) => members.some((accepts) => accepts(codePoint)) !== isNegated;
}

function readMember(reader: Reader, ignoresCase: boolean): CharacterTest {
  // One character before a hyphen, a class elsewhere.
  if (reader.sees("\\v-")) throw new NotSupported();
  const first = readCharacter(reader, ignoresCase);
  if ("accepts" in first) return first.accepts;
  const isRange = reader.sees("-") && !reader.sees("-]") && !reader.sees("-[");
  if (!isRange) return range(first.codePoint, first.codePoint, ignoresCase);
  reader.skip("-");
  const last = readCharacter(reader, ignoresCase);
  if ("accepts" in last || last.codePoint < first.codePoint) throw new NotSupported();
  return range(first.codePoint, last.codePoint, ignoresCase);
}

function readCharacter(reader: Reader, ignoresCase: boolean): ReturnType<typeof readEscape> {
  if (reader.isAtEnd || reader.sees("[") || reader.sees("&&")) throw new NotSupported();
  if (reader.skip("\\")) return readEscape(reader, ignoresCase);
  return { codePoint: reader.next()?.codePointAt(0) ?? 0 };
}
