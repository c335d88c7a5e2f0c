import { Tokenizer } from './tokenizer.ts';

/** Statements that want a colon, and behind it a block. */
const HEADERS = new Set('def class if elif else for while with try except finally match case async'.split(' '));
/** Words that no statement ends with. */
const UNFINISHED = new Set(
  'import from as in is not and or if else lambda await del assert global nonlocal'.split(' '),
);
/** Operators that a statement may end with. */
const CLOSING = new Set([')', ']', '}', ',', ';', '*', '...']);

/**
 * True for a source that Python refuses since its end is missing: a string, a bracket, a statement or a `try` is open, or a block
 * has no body. False for one that ends in the middle but where Python may end (simple statements, comments).
 */
export function isCutOff(source: string): boolean {
  const tokens = new Tokenizer(source);
  const attempts: number[] = [];
  let line = { first: '', last: '', lastKind: 'newline', hasColon: false, hasImport: false, indent: 0 };
  let isStart = true;
  for (tokens.next(); tokens.kind !== 'end'; tokens.next()) {
    if (tokens.kind === 'newline') {
      isStart = true;
      continue;
    }
    if (tokens.kind === 'string' && tokens.end === source.length && !isClosed(tokens)) return true;
    const text = tokens.kind === 'string' ? '""' : tokens.text;
    if (isStart) {
      isStart = false;
      line = {
        first: text,
        last: '',
        lastKind: '',
        hasColon: false,
        hasImport: false,
        indent: tokens.indent,
      };
      closeAttempts(attempts, line);
    }
    line.last = text === '.' && line.last.startsWith('.') ? `${line.last}.` : text;
    line.lastKind = tokens.kind;
    if (text === ':' && tokens.depth === 0) line.hasColon = true;
    if (text === 'import') line.hasImport = true;
  }
  return tokens.depth > 0 || attempts.length > 0 || isUnfinished(line);
}

interface Line {
  readonly first: string;
  readonly last: string;
  readonly lastKind: string;
  readonly hasColon: boolean;
  readonly hasImport: boolean;
  readonly indent: number;
}

/** Keeps the columns of each `try` that has no handler yet. */
function closeAttempts(attempts: number[], { first, indent }: Line): void {
  while ((attempts.at(-1) ?? -1) >= indent) {
    const isHandled = attempts.at(-1) === indent && (first === 'except' || first === 'finally');
    attempts.pop();
    if (isHandled) break;
  }
  if (first === 'try') attempts.push(indent);
}

function isUnfinished({ first, last, lastKind, hasColon, hasImport }: Line): boolean {
  if (first === '' || first === '@') return first === '@';
  if (HEADERS.has(first) && (!hasColon || last === ':') && !isSoft(first)) return true;
  if (first === 'from' && (!hasImport || last === ',')) return true;
  if (lastKind === 'operator') return !CLOSING.has(last);
  return lastKind === 'name' && UNFINISHED.has(last);
}

/** `match` and `case` are names as well. */
function isSoft(word: string): boolean {
  return word === 'match' || word === 'case';
}

function isClosed({ source, contentEnd, end }: Tokenizer): boolean {
  return end > contentEnd && (source[end - 1] === '"' || source[end - 1] === "'");
}
