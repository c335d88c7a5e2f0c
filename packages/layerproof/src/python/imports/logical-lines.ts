import { Tokenizer, type TokenKind } from './tokenizer.ts';

export interface Token {
  readonly kind: Exclude<TokenKind, 'newline' | 'end'>;
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Place in the source. */
  readonly start: number;
  /** Brackets of the logical line that are open around it; those that it opens or closes itself are not. */
  readonly depth: number;
  /** Of a formatted string, see Tokenizer. */
  readonly formatSince: number;
}

/** A logical line of a Python source: its tokens, at least one, and the column that it starts at. */
export interface LogicalLine {
  readonly indent: number;
  readonly tokens: readonly Token[];
}

/** The logical lines of a source, one at a time. Takes any text, as Tokenizer does. */
export function* logicalLines(source: string): Generator<LogicalLine> {
  const tokenizer = new Tokenizer(source);
  let tokens: Token[] = [];
  let indent = 0;
  for (;;) {
    const kind = tokenizer.next();
    if (kind === 'newline' || kind === 'end') {
      if (tokens.length > 0) yield { indent, tokens };
      if (kind === 'end') return;
      tokens = [];
      continue;
    }
    if (tokens.length === 0) ({ indent } = tokenizer);
    const { text, line, start, depth, formatSince } = tokenizer;
    const isOpening = kind === 'operator' && (text === '(' || text === '[' || text === '{');
    tokens.push({ kind, text, line, start, depth: isOpening ? depth - 1 : depth, formatSince });
  }
}
