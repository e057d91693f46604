/** Reads a pattern from left to right, by code points. */
export class Reader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.pattern.length;
  }

  /** The character that comes next, which stays. */
  get peek(): string | undefined {
    const codePoint = this.pattern.codePointAt(this.at);
    return codePoint === undefined ? undefined : String.fromCodePoint(codePoint);
  }

  next(): string | undefined {
    const character = this.peek;
    this.at += character?.length ?? 0;
    return character;
  }

  /** Whether what comes next is this text, which stays. */
  sees(text: string): boolean {
    return this.pattern.startsWith(text, this.at);
  }

  /** Reads this text if it comes next. */
  skip(text: string): boolean {
    const isThere = this.sees(text);
    if (isThere) this.at += text.length;
    return isThere;
  }

  /** Reads what matches next, and returns its first group. `pattern` starts with `^`. */
  take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.pattern.slice(this.at));
    this.at += found?.[0].length ?? 0;
    return found?.[1];
  }
}
