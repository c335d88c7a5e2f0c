import { Tokenizer } from './tokenizer.ts';

/** A call that is made whenever the module is imported, with a name as its first argument. */
export interface PythonCall {
  /** As written, with what stands before it: `importlib.metadata.version`. */
  readonly callee: string;
  /** A literal string, or the words `__name__` or `__package__`. */
  readonly argument: string;
  /** From 1. */
  readonly line: number;
}

/** First words of lines whose calls may not be made, or are made later, or may fail. */
const OPENERS: ReadonlySet<string> = new Set([
  'if',
  'elif',
  'else',
  'for',
  'while',
  'match',
  'case',
  'try',
  'except',
  'finally',
  'with',
  'def',
  'async',
  'class',
  'import',
  'from',
]);
/** Words in a line that do the same. */
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'and', 'or', 'lambda']);
const OWN_NAME: ReadonlySet<string> = new Set(['__name__', '__package__']);

/**
 * The calls of the functions with these names that stand in no block at all and depend on no condition. Takes any text; of one that is
 * no Python, what makes sense.
 */
export function scanCalls(source: string, names: ReadonlySet<string>): PythonCall[] {
  const tokens = new Tokenizer(source);
  const calls: PythonCall[] = [];
  let ofLine: PythonCall[] = [];
  let [isFirst, isPlain] = [true, true];
  let callee = '';
  for (tokens.next(); tokens.kind !== 'end';) {
    if (tokens.kind === 'newline') {
      if (isPlain) calls.push(...ofLine);
      [ofLine, isFirst, isPlain, callee] = [[], true, true, ''];
    } else if (tokens.kind === 'name') {
      const { text } = tokens;
      if (isFirst) isPlain = tokens.indent === 0 && !OPENERS.has(text);
      else if (CONDITIONS.has(text)) isPlain = false;
      callee = callee.endsWith('.') ? callee + text : text;
      isFirst = false;
    } else {
      const { text } = tokens;
      isFirst = false;
      if (text === '.' && callee !== '') callee += '.';
      else if (text === '(' && names.has(callee.slice(callee.lastIndexOf('.') + 1))) {
        const { line } = tokens;
        tokens.next();
        const argument = argumentOf(tokens);
        if (argument !== undefined) ofLine.push({ callee, argument, line });
        callee = '';
        continue;
      } else callee = '';
    }
    tokens.next();
  }
  return isPlain ? [...calls, ...ofLine] : calls;
}

function argumentOf(tokens: Tokenizer): string | undefined {
  if (tokens.kind === 'name') return OWN_NAME.has(tokens.text) ? tokens.text : undefined;
  if (tokens.kind !== 'string' || tokens.isBytes || tokens.isFormatted) return undefined;
  const text = tokens.source.slice(tokens.contentStart, tokens.contentEnd);
  return /^[\w.+-]+$/.test(text) ? text : undefined;
}
