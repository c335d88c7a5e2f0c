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
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const EXCLAMATION = 33;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const UPPER_N = 78;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const BYTE_ORDER_MARK = 0xfeff;
/** A tab goes to the next column that is a multiple of this ("Indentation"). */
const TAB_WIDTH = 8;

/** CPython's own limit of strings within strings (MAXFSTRINGLEVEL); what lies deeper is text here. */
const MOST_NESTED = 150;

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
  /**
   * Of a formatted string: the minor version of Python 3 that its replacement fields want. 8 for `{name=}`; 12 for a quote of the
   * string's own, a backslash, a comment or an end of line (PEP 701).
   */
  formatSince = 6;
  #at = 0;
  #atLine = 1;
  /** Replacement fields that are open, without what stands behind the colon of the outermost. */
  #openFields = 0;
  /** Replacement fields around this place, in strings and formats of others. */
  #nesting = 0;
  #mayHoldItsQuote = false;

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
    if (isQuote(code)) return this.#readString('');
    if (isDigit(code) || (code === DOT && isDigit(source.charCodeAt(this.#at + 1)))) {
      while (isNamePart(source.charCodeAt(this.#at)) || source.charCodeAt(this.#at) === DOT) this.#at++;
      return 'number';
    }
    if (isNamePart(code)) return this.#readName();
    this.#at++;
    if (isOpening(code)) this.depth++;
    else if (isClosing(code) && this.depth > 0) this.depth--;
    return 'operator';
  }

  #readName(): TokenKind {
    const start = this.#at;
    while (isNamePart(this.source.charCodeAt(this.#at))) this.#at++;
    const next = this.source.charCodeAt(this.#at);
    if (isQuote(next) && this.#at - start <= 2) {
      const prefix = this.source.slice(start, this.#at);
      if (STRING_PREFIX.test(prefix)) return this.#readString(prefix);
    }
    return 'name';
  }

  #readString(prefix: string): TokenKind {
    this.isFormatted = isFormattedPrefix(prefix);
    this.isBytes = /b/i.test(prefix);
    this.formatSince = 6;
    this.#mayHoldItsQuote = false;
    const quote = this.source.charCodeAt(this.#at);
    const isTriple = this.#isTriple(quote);
    this.#at += isTriple ? 3 : 1;
    const start = this.#at;
    this.#passString(quote, isTriple, this.isFormatted, isRawPrefix(prefix));
    this.contentStart = start;
    if (this.#mayHoldItsQuote && this.#endBefore701(quote, isTriple) !== this.contentEnd) this.formatSince = 12;
    return 'string';
  }

  /** Where the content of the string ends for a Python of before 3.12, to which it is a string as any other. */
  #endBefore701(quote: number, isTriple: boolean): number {
    const { source } = this;
    for (let at = this.contentStart; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (isTriple ? isTripleAt(source, at, quote) : code === quote || isNewline(code)) return at;
    }
    return source.length;
  }

  #isTriple(quote: number): boolean {
    return isTripleAt(this.source, this.#at, quote);
  }

  /** From behind the opening quotes to behind the closing ones; sets the end of the content. */
  #passString(quote: number, isTriple: boolean, isFormatted: boolean, isRaw: boolean): void {
    const { source } = this;
    while (this.#at < source.length) {
      const code = source.charCodeAt(this.#at);
      if (code === quote && (!isTriple || this.#isTriple(quote))) break;
      if (code === BACKSLASH) {
        this.#passBackslash(isFormatted, isRaw);
        continue;
      }
      if (isFormatted && code === OPEN_BRACE) {
        if (source.charCodeAt(this.#at + 1) === OPEN_BRACE) this.#at += 2;
        else this.#passReplacementField(quote, isTriple, isRaw);
        continue;
      }
      // A line ends an unfinished string, unless the end is escaped.
      if (isNewline(code) && !isTriple) break;
      this.#pass(code);
    }
    this.contentEnd = Math.min(this.#at, source.length);
    if (source.charCodeAt(this.#at) === quote) this.#at += isTriple ? 3 : 1;
    this.#at = Math.min(this.#at, source.length);
  }

  /** With the character that it escapes. A brace cannot be escaped; that of `\N{DASH}` is no replacement field. */
  #passBackslash(isFormatted: boolean, isRaw: boolean): void {
    if (this.#openFields > 0) this.formatSince = 12;
    const next = this.source.charCodeAt(++this.#at);
    if (isFormatted && next === OPEN_BRACE) return;
    const isNamed = !isRaw && next === UPPER_N && this.source.charCodeAt(this.#at + 1) === OPEN_BRACE;
    if (isFormatted && isNamed) this.#at += 2;
    else if (this.#at < this.source.length) this.#pass(next);
  }

  /** `{...}` of a formatted string, in which strings may stand, also with the same quotes (PEP 701). */
  #passReplacementField(quote: number, isTriple: boolean, isRaw: boolean): void {
    const { source } = this;
    let brackets = 0;
    this.#at++;
    if (this.#nesting >= MOST_NESTED) return;
    this.#nesting++;
    this.#openFields++;
    while (this.#at < source.length) {
      const code = source.charCodeAt(this.#at);
      if (brackets === 0 && code === CLOSE_BRACE) break;
      if (brackets === 0 && code === COLON) {
        this.#openFields--;
        this.#passFormat(quote, isTriple, isRaw);
        this.#openFields++;
        break;
      }
      if (isOpening(code)) brackets++;
      else if (isClosing(code)) brackets--;
      else if (code === EQUALS && brackets === 0 && this.#isSelfDocumenting()) {
        this.formatSince = Math.max(this.formatSince, 8);
      }
      this.#passCode(code);
    }
    this.#openFields--;
    this.#nesting--;
    if (source.charCodeAt(this.#at) === CLOSE_BRACE) this.#at++;
  }

  /** A piece of the expression in a replacement field. */
  #passCode(code: number): void {
    if (isQuote(code)) this.#passNestedString('');
    else if (isNamePart(code)) {
      const start = this.#at;
      while (isNamePart(this.source.charCodeAt(this.#at))) this.#at++;
      const prefix = this.source.slice(start, this.#at);
      if (isQuote(this.source.charCodeAt(this.#at)) && STRING_PREFIX.test(prefix)) this.#passNestedString(prefix);
    } else if (code === HASH) {
      this.formatSince = 12;
      this.#skipComment();
    } else {
      if (code === BACKSLASH) this.formatSince = 12;
      else if (isNewline(code)) this.#mayHoldItsQuote = true;
      this.#pass(code);
    }
  }

  #passNestedString(prefix: string): void {
    this.#mayHoldItsQuote = true;
    const quote = this.source.charCodeAt(this.#at);
    const isTriple = this.#isTriple(quote);
    this.#at += isTriple ? 3 : 1;
    this.#passString(quote, isTriple, isFormattedPrefix(prefix), isRawPrefix(prefix));
  }

  /** Behind the colon of a replacement field: text up to its brace, in which fields may stand. */
  #passFormat(quote: number, isTriple: boolean, isRaw: boolean): void {
    const { source } = this;
    while (this.#at < source.length) {
      const code = source.charCodeAt(this.#at);
      if (code === CLOSE_BRACE || (code === quote && (!isTriple || this.#isTriple(quote)))) return;
      if (isNewline(code) && !isTriple) return;
      if (code === OPEN_BRACE) this.#passReplacementField(quote, isTriple, isRaw);
      else if (code === BACKSLASH) this.#passBackslash(true, isRaw);
      else this.#pass(code);
    }
  }

  /** At an `=` that ends an expression: `{name=}`. */
  #isSelfDocumenting(): boolean {
    const before = this.source.charCodeAt(this.#at - 1);
    if (before === EQUALS || before === EXCLAMATION || before === LESS || before === GREATER) return false;
    let at = this.#at + 1;
    while (this.source.charCodeAt(at) === SPACE) at++;
    const next = this.source.charCodeAt(at);
    return next === CLOSE_BRACE || next === EXCLAMATION || next === COLON;
  }

  #pass(code: number): void {
    if (isNewline(code)) this.#passNewline(code);
    else this.#at++;
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

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

function isTripleAt(source: string, at: number, quote: number): boolean {
  return source.charCodeAt(at) === quote && source.charCodeAt(at + 1) === quote && source.charCodeAt(at + 2) === quote;
}

function isOpening(code: number): boolean {
  return code === OPEN_PARENTHESIS || code === OPEN_BRACKET || code === OPEN_BRACE;
}

function isClosing(code: number): boolean {
  return code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET || code === CLOSE_BRACE;
}

function isFormattedPrefix(prefix: string): boolean {
  return /[ft]/i.test(prefix);
}

function isRawPrefix(prefix: string): boolean {
  return /r/i.test(prefix);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters, digits, the underscore, and whatever is not ASCII: only in names can that stand outside of strings and comments. */
function isNamePart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 95 || code >= 0x80;
}
