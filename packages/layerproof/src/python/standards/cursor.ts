/** Reads a text from left to right; what the parsers of requirements and markers share. */
export class Cursor {
  readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** 0-based offset of the next character, for messages. */
  get offset(): number {
    return this.at;
  }

  get rest(): string {
    return this.text.slice(this.at);
  }

  get isAtEnd(): boolean {
    this.skipSpace();
    return this.at >= this.text.length;
  }

  skipSpace(): void {
    while (/\s/.test(this.text.charAt(this.at))) this.at++;
  }

  /** Takes the literal when it comes next, after any space. */
  take(literal: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(literal, this.at)) return false;
    this.at += literal.length;
    return true;
  }

  /** Takes what the pattern matches at this place, after any space. The pattern must be sticky (`/y`). */
  match(pattern: RegExp): string | undefined {
    this.skipSpace();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    this.at += found.length;
    return found;
  }
}
