// Lexical analysis of Python: https://docs.python.org/3/reference/lexical_analysis.html

export type TokenKind = 'name' | 'number' | 'string' | 'operator' | 'newline' | 'end';

const TAB = 9;
const LINE_FEED = 10;
const FORM_FEED = 12;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const DOT = 46;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const BYTE_ORDER_MARK = 0xfeff;
/** A tab goes to the next column that is a multiple of this ("Indentation"). */
const TAB_WIDTH = 8;

/** Prefixes of string literals; `t` since Python 3.14 (PEP 750). */
const STRING_PREFIX = /^(?:[rbuft]|br|rb|fr|rf|tr|rt)$/i;

/**
 * The tokens of a Python source, one at a time and without an object for each: what the current one is stands in the fields.
 * Takes whatever it is given. A source that is no Python (or Python 2) gives tokens as far as they make sense; it never throws.
 */
export class Tokenizer {
  readonly source: string;
  kind: TokenKind = 'newline';
  /** Place of the token in the source; of a string with its prefix and quotes. */
  start = 0;
  end = 0;
  /** Of the token's start, from 1. */
  line = 1;
  /** Column that the current logical line starts at. */
  indent = 0;
  /** Brackets that are open behind the token. */
  depth = 0;
  /** Of a string: where its content starts and ends, and whether replacement fields may stand in it. */
  contentStart = 0;
  contentEnd = 0;
  isFormatted = false;
  isBytes = false;
  #at = 0;
  #atLine = 1;

  constructor(source: string) {
    this.source = source;
    if (source.charCodeAt(0) === BYTE_ORDER_MARK) this.#at = 1;
  }

  get text(): string {
    return this.source.slice(this.start, this.end);
  }

  next(): TokenKind {
    if (this.kind === 'newline') this.#measureIndent();
    this.#skipBlanks();
    this.start = this.#at;
    this.line = this.#atLine;
    this.kind = this.#read();
    this.end = this.#at;
    return this.kind;
  }

  #read(): TokenKind {
    const { source } = this;
    if (this.#at >= source.length) return 'end';
    const code = source.charCodeAt(this.#at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      this.#passNewline(code);
      return 'newline';
    }
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.#readString('');
    if (isDigit(code) || (code === DOT && isDigit(source.charCodeAt(this.#at + 1)))) {
      while (isNamePart(source.charCodeAt(this.#at)) || source.charCodeAt(this.#at) === DOT) this.#at++;
      return 'number';
    }
    if (isNamePart(code)) return this.#readName();
    this.#at++;
    if (code === 40 || code === 91 || code === OPEN_BRACE) this.depth++;
    else if ((code === 41 || code === 93 || code === CLOSE_BRACE) && this.depth > 0) this.depth--;
    return 'operator';
  }

  #readName(): TokenKind {
    const start = this.#at;
    while (isNamePart(this.source.charCodeAt(this.#at))) this.#at++;
    const next = this.source.charCodeAt(this.#at);
    if ((next === DOUBLE_QUOTE || next === SINGLE_QUOTE) && this.#at - start <= 2) {
      const prefix = this.source.slice(start, this.#at);
      if (STRING_PREFIX.test(prefix)) return this.#readString(prefix);
    }
    return 'name';
  }

  #readString(prefix: string): TokenKind {
    this.isFormatted = /[ft]/i.test(prefix);
    this.isBytes = /b/i.test(prefix);
    const quote = this.source.charCodeAt(this.#at);
    const isTriple = this.#isTriple(quote);
    this.#at += isTriple ? 3 : 1;
    this.contentStart = this.#at;
    this.#passString(quote, isTriple, this.isFormatted);
    return 'string';
  }

  #isTriple(quote: number): boolean {
    return this.source.charCodeAt(this.#at + 1) === quote && this.source.charCodeAt(this.#at + 2) === quote;
  }

  /** From behind the opening quotes to behind the closing ones; sets the end of the content. */
  #passString(quote: number, isTriple: boolean, isFormatted: boolean): void {
    const { source } = this;
    while (this.#at < source.length) {
      const code = source.charCodeAt(this.#at);
      if (code === quote && (!isTriple || this.#isTriple(quote))) break;
      if (code === BACKSLASH) this.#at++;
      else if (isFormatted && code === OPEN_BRACE) {
        if (source.charCodeAt(this.#at + 1) === OPEN_BRACE) this.#at++;
        else {
          this.#passReplacementField(quote, isTriple);
          continue;
        }
      }
      const passed = source.charCodeAt(this.#at);
      if (passed === LINE_FEED || passed === CARRIAGE_RETURN) {
        // A line ends an unfinished string, unless the end is escaped.
        if (!isTriple && code !== BACKSLASH) break;
        this.#passNewline(passed);
      } else this.#at++;
    }
    this.contentEnd = Math.min(this.#at, source.length);
    if (source.charCodeAt(this.#at) === quote) this.#at += isTriple ? 3 : 1;
    this.#at = Math.min(this.#at, source.length);
  }

  /** `{...}` of a formatted string, in which strings may stand, also with the same quotes (PEP 701). */
  #passReplacementField(outerQuote: number, outerIsTriple: boolean): void {
    const { source } = this;
    let depth = 0;
    while (this.#at < source.length) {
      const code = source.charCodeAt(this.#at);
      if (code === LINE_FEED || code === CARRIAGE_RETURN) this.#passNewline(code);
      else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
        // Behind the colon stands a format, not code: the outer string may end there.
        if (code === outerQuote && outerIsTriple && this.#isTriple(code)) return;
        const isTriple = this.#isTriple(code);
        const isFormatted = /[ft]r?$/i.test(source.slice(Math.max(0, this.#at - 2), this.#at));
        this.#at += isTriple ? 3 : 1;
        this.#passString(code, isTriple, isFormatted);
      } else {
        this.#at++;
        if (code === OPEN_BRACE) depth++;
        else if (code === CLOSE_BRACE && --depth === 0) return;
      }
    }
  }

  #passNewline(code: number): void {
    this.#at += code === CARRIAGE_RETURN && this.source.charCodeAt(this.#at + 1) === LINE_FEED ? 2 : 1;
    this.#atLine++;
  }

  /** Blanks, comments, joined lines, and inside of brackets the ends of lines. */
  #skipBlanks(): void {
    const { source } = this;
    for (;;) {
      const code = source.charCodeAt(this.#at);
      if (code === SPACE || code === TAB || code === FORM_FEED) this.#at++;
      else if (code === HASH) this.#skipComment();
      else if (code === BACKSLASH && isNewline(source.charCodeAt(this.#at + 1))) {
        this.#at++;
        this.#passNewline(source.charCodeAt(this.#at));
      } else if (this.depth > 0 && isNewline(code)) this.#passNewline(code);
      else return;
    }
  }

  #skipComment(): void {
    while (this.#at < this.source.length && !isNewline(this.source.charCodeAt(this.#at))) this.#at++;
  }

  /** Of the next line that holds anything. */
  #measureIndent(): void {
    const { source } = this;
    let column = 0;
    for (; this.#at < source.length; this.#at++) {
      const code = source.charCodeAt(this.#at);
      if (code === SPACE) column++;
      else if (code === TAB) column += TAB_WIDTH - (column % TAB_WIDTH);
      else if (code === FORM_FEED) column = 0;
      else if (code === HASH) {
        this.#skipComment();
        this.#at--;
      } else if (isNewline(code)) {
        this.#passNewline(code);
        this.#at--;
        column = 0;
      } else break;
    }
    this.indent = column;
  }
}

function isNewline(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters, digits, the underscore, and whatever is not ASCII: only in names can that stand outside of strings and comments. */
function isNamePart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 95 || code >= 0x80;
}
