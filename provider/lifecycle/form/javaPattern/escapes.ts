import { letterClasses, propertyClass } from "./characters";
import { type CharacterTest, NotSupported } from "./node";
import type { Reader } from "./reader";

/** What a backslash and what follows it stand for, where that is a character or a class of them. */
export type Escape = { codePoint: number } | { accepts: CharacterTest };

const CONTROLS: ReadonlyMap<string, number> = new Map(
  Object.entries({ t: 0x09, n: 0x0a, r: 0x0d, f: 0x0c, a: 0x07, e: 0x1b }),
);

/** Reads an escape; the backslash is read already. Back-references, boundaries and the like are not supported. */
export function readEscape(reader: Reader, ignoresCase: boolean): Escape {
  const letter = reader.next();
  // A backslash makes everything literal that is no ASCII letter or digit.
  if (letter !== undefined && !/[A-Za-z0-9]/.test(letter)) return { codePoint: letter.codePointAt(0) ?? 0 };
  const control = CONTROLS.get(letter ?? "");
  if (control !== undefined) return { codePoint: control };
  const accepts = letterClasses.get(letter ?? "");
  if (accepts !== undefined) return { accepts };
  switch (letter) {
    case "p":
    case "P": {
      // Whether `\p{Lower}` ignores case depends on the version of Java.
      if (ignoresCase) throw new NotSupported();
      const name = reader.take(/^\{([A-Za-z]+)\}/) ?? reader.take(/^([A-Z])/);
      return { accepts: propertyClass(name ?? "", letter === "P") };
    }
    case "x":
      return hexadecimal(reader.take(/^([0-9A-Fa-f]{2})/) ?? reader.take(/^\{([0-9A-Fa-f]{1,6})\}/));
    case "u":
      return utf16(reader);
    case "0":
      return { codePoint: Number.parseInt(reader.take(/^([0-3][0-7]{2}|[0-7]{1,2})/) ?? unsupported(), 8) };
    case "c":
      return { codePoint: (reader.take(/^([A-Z])/) ?? unsupported()).charCodeAt(0) ^ 0x40 };
    default:
      throw new NotSupported();
  }
}

function hexadecimal(digits: string | undefined): Escape {
  const codePoint = Number.parseInt(digits ?? unsupported(), 16);
  return codePoint <= 0x10ffff ? { codePoint } : unsupported();
}

/** `\ud83d\ude00` is one character in Java too. */
function utf16(reader: Reader): Escape {
  const first = reader.take(/^([0-9A-Fa-f]{4})/) ?? unsupported();
  const second = /^[dD][89abAB]/.test(first) ? reader.take(/^\\u([dD][c-fC-F][0-9A-Fa-f]{2})/) : undefined;
  const units = [first, second ?? []].flat().map((digits) => Number.parseInt(digits, 16));
  return { codePoint: String.fromCharCode(...units).codePointAt(0) ?? 0 };
}

function unsupported(): never {
  throw new NotSupported();
}
