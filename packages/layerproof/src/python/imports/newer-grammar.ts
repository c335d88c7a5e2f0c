import { type LogicalLine, logicalLines, type Token } from './logical-lines.ts';

/** Grammar that an older Python refuses with a SyntaxError, before it runs anything of the module. */
export interface NewerGrammar {
  /** The minor version of Python 3 that brought it. */
  readonly since: number;
  /** `a match statement`. */
  readonly what: string;
  /** From 1. */
  readonly line: number;
}

/**
 * What a source holds of grammar that Python 3 has only since a version above `minor`: the first place of each. What it is was read
 * from the "What's New" of each version, and compared with the parsers of 3.7 to 3.13. Told only where no older Python gives the
 * same words another sense, for any text; but for `except A, B:`, which Python 2 had.
 */
export function newerGrammar(source: string, minor: number): NewerGrammar[] {
  if (!TRIGGERS.some(({ since, pattern }) => since > minor && pattern.test(source))) return [];
  const found = new Map<string, NewerGrammar>();
  let before: LogicalLine | undefined;
  for (const line of logicalLines(source)) {
    for (const one of readLine(line, before)) {
      if (one.since > minor && !found.has(one.what)) found.set(one.what, one);
    }
    before = line;
  }
  return [...found.values()];
}

/**
 * Nothing newer than a version is in a source that fits none of these of later ones; most sources need not be read as tokens. Each
 * starts with a word as it is written, as far as it can, by which a source of a megabyte is searched in a millisecond or two; and none
 * looks far, for lines of a million characters.
 */
const TRIGGERS: readonly { readonly since: number; readonly pattern: RegExp }[] = [
  { since: 8, pattern: /:=|\/\s*[,):]|=\s*[}!:]|\b(?:return|yield)\b.{0,300}\*/ },
  { since: 9, pattern: /@.{0,300}[^\w\s.(]|\bwith[ \t]*\(|\bfor\b.{0,200}\*/ },
  { since: 10, pattern: /\n[ \t]*case[ \t("'[{-]/ },
  { since: 10, pattern: /:=/ },
  { since: 11, pattern: /except[ \t]*\*/ },
  { since: 11, pattern: /[\w)\]]\[\s*(?:[^\]\n]{0,300},\s*)?\*|\*\w+[ \t]*:[ \t]*\*/ },
  { since: 12, pattern: /(?:^|[\n;:])[ \t]*type[ \t]+[^\s=[]+[ \t]*[=[]/ },
  // Formatted strings: any in three quotes; in one, where an open field comes to a quote, a backslash, `#` or the end of the line.
  { since: 12, pattern: /[fF][rR]?(?:"""|''')/ },
  { since: 12, pattern: /[rR][fF](?:"""|''')/ },
  { since: 12, pattern: /(?:[fF][rR]?|[rR][fF])"(?:[^"\\\n]|\\.){0,1000}\{[^}"\n]{0,300}["\\#\n]/ },
  { since: 12, pattern: /(?:[fF][rR]?|[rR][fF])'(?:[^'\\\n]|\\.){0,1000}\{[^}'\n]{0,300}['\\#\n]/ },
  { since: 13, pattern: /def[ \t]+\w+[ \t]*\[/ },
  { since: 13, pattern: /class[ \t]+\w+[ \t]*\[/ },
  { since: 13, pattern: /(?:^|[\n;:])[ \t]*type[ \t]+\w+[ \t]*\[/ },
  { since: 14, pattern: /(?<![\w'"\\])(?:[tT][rR]?|[rR][tT])["']/ },
  { since: 14, pattern: /\n[ \t]*except[ \t]+[^\s(:][^:\n]{0,300},/ },
  { since: 15, pattern: /(?:^|[\n;:])[ \t]*lazy[ \t]+(?:import|from)\b/ },
  { since: 15, pattern: /[[{]\s*\*[^,\]}]{0,300}\sfor\s/ },
];

/** Tokens behind a word that are looked at: a line of a million words must not take a million times as long. */
const MOST_LOOKED_AT = 500;

/** Each check in the order in which their grammar came. */
function* readLine(line: LogicalLine, before: LogicalLine | undefined): Generator<NewerGrammar> {
  yield* ofStatement(line);
  yield* ofBlock(line, before);
  yield* ofBrackets(line.tokens);
  yield* ofPairs(line.tokens);
}

function at(token: Token, since: number, what: string): NewerGrammar {
  return { since, what, line: token.line };
}

/** What the first words of the line say. */
function* ofStatement({ tokens }: LogicalLine): Generator<NewerGrammar> {
  const [first, second] = tokens;
  if (first === undefined || second === undefined) return;
  if (first.text === '@' && !isPlainDecorator(tokens)) yield at(first, 9, 'an expression as a decorator');
  if (first.text === 'except' && second.text === '*') yield at(first, 11, '`except*`');
  if (first.text === 'except' && headerOf(tokens).some(({ text, depth }) => text === ',' && depth === 0)) {
    yield at(
      first,
      14,
      '`except` with several exceptions without parentheses (which Python 2 took for something else)',
    );
  }
  const head = first.text === 'async' ? 1 : 0;
  const keyword = tokens[head];
  if (keyword?.text === 'with' && tokens[head + 1]?.text === '(') {
    // In brackets `as` has no sense of before.
    const named = tokens.find(({ kind, text, depth }) => kind === 'name' && text === 'as' && depth === 1);
    if (named !== undefined) yield at(named, 9, 'parentheses around the items of `with`');
  }
  if (keyword?.text === 'for') {
    const list = tokens.slice(tokens.findIndex(({ text, depth }) => text === 'in' && depth === 0));
    const star = starIn(list, 0);
    if (star !== undefined) yield at(star, 9, '`*` in the list of a `for`');
  }
  if (keyword?.text === 'def' || keyword?.text === 'class') yield* ofTypeParameters(tokens.slice(head));
}

/** Up to the colon, behind which statements may stand. */
function headerOf(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ text, depth }) => text === ':' && depth === 0);
  return end === -1 ? tokens : tokens.slice(0, end);
}

/** `match` and its first `case`. Elsewhere both are names; no line that starts with a name has a block under it. */
function* ofBlock({ indent, tokens }: LogicalLine, before: LogicalLine | undefined): Generator<NewerGrammar> {
  const match = before?.tokens[0];
  if (before === undefined || match?.text !== 'match' || indent <= before.indent) return;
  if (tokens[0]?.text === 'case' && before.tokens.at(-1)?.text === ':') yield at(match, 10, 'a `match` statement');
}

/** `def f[T](...)`, `class C[T]:`, and from `type` on: `type A[T] = ...`. */
function* ofTypeParameters(tokens: readonly Token[]): Generator<NewerGrammar> {
  const [, name, bracket] = tokens;
  if (name?.kind !== 'name' || bracket?.text !== '[') return;
  yield at(bracket, 12, 'a list of type parameters');
  const end = tokens.findIndex(({ text, depth }, place) => place > 2 && text === ']' && depth === bracket.depth);
  const inside = tokens.slice(3, Math.max(3, end));
  const given = inside.find(({ text, depth }, place) => {
    return text === '=' && depth === bracket.depth + 1 && !COMPARING.has(inside[place - 1]?.text ?? '');
  });
  if (given !== undefined) yield at(given, 13, 'a default of a type parameter');
}

const COMPARING: ReadonlySet<string> = new Set(['=', '!', '<', '>', ':']);

interface Bracket {
  readonly token: Token;
  /** Of it in the line. */
  readonly place: number;
  readonly isSubscript: boolean;
  /** `*` stands right behind it, and no comma yet. */
  readonly star: Token | undefined;
}

/** What stands at a place in brackets where it had none before. */
function* ofBrackets(tokens: readonly Token[]): Generator<NewerGrammar> {
  const open: Bracket[] = [];
  for (const [place, token] of tokens.entries()) {
    const { text, kind } = token;
    if (kind === 'string') continue;
    const [before, next] = [tokens[place - 1], tokens[place + 1]];
    const bracket = open.at(-1);
    if (text === '(' || text === '[' || text === '{') {
      const isSubscript = text === '[' && before !== undefined && endsValue(before, place);
      open.push({ token, place, isSubscript, star: next?.text === '*' && text !== '(' ? next : undefined });
    } else if (text === ')' || text === ']' || text === '}') open.pop();
    else if (bracket === undefined) continue;
    else if (text === '*' && bracket.isSubscript && (before === bracket.token || before?.text === ',')) {
      if (next?.text !== '*') yield at(token, 11, '`*` in a subscript');
    } else if (text === '*' && before?.text === ':') yield at(token, 11, '`*` in an annotation');
    else if (text === '/' && (next?.text === ',' || next?.text === ')'))
      yield at(token, 8, 'positional-only parameters');
    else if (
      text === 'for' &&
      bracket.star !== undefined &&
      !bracket.isSubscript &&
      isFirstItem(tokens, place, bracket)
    ) {
      yield at(bracket.star, 15, 'unpacking in a comprehension');
    } else if (text === ':' && isWalrus(token, next) && bracket.isSubscript) {
      yield at(token, 10, '`:=` without parentheses in a subscript');
    }
  }
}

/** True when `[` behind it is a subscript. Behind `match` and `case`, which are names as well, it may be a pattern. */
function endsValue({ kind, text }: Token, place: number): boolean {
  if (kind === 'name') return !KEYWORDS.has(text) && !(place === 1 && (text === 'match' || text === 'case'));
  return kind !== 'operator' || text === ')' || text === ']' || text === '}';
}

function isFirstItem(tokens: readonly Token[], place: number, bracket: Bracket): boolean {
  const depth = bracket.token.depth + 1;
  if (tokens[place]?.depth !== depth || place - bracket.place > MOST_LOOKED_AT) return false;
  return !tokens.slice(bracket.place, place).some((one) => one.depth === depth && one.text === ',');
}

/** What two or three tokens in a row say, wherever they stand. */
function* ofPairs(tokens: readonly Token[]): Generator<NewerGrammar> {
  for (const [place, token] of tokens.entries()) {
    const next = tokens[place + 1];
    const { kind, text } = token;
    if (kind === 'string') {
      if (/^r?t/i.test(text)) yield at(token, 14, 'a template string');
      if (token.formatSince === 8) yield at(token, 8, '`=` in a formatted string');
      if (token.formatSince === 12) {
        yield at(token, 12, 'a quote, a backslash, a comment or a line end within `{...}` of a formatted string');
      }
    } else if (text === ':' && isWalrus(token, next)) yield at(token, 8, '`:=`');
    else if (text === '/' && next?.text === ':' && token.depth === 0) yield at(token, 8, 'positional-only parameters');
    else if (kind === 'name' && isReturning(text)) {
      const star = starIn(tokens.slice(place, place + MOST_LOOKED_AT), token.depth);
      if (star !== undefined) yield at(star, 8, `\`*\` behind \`${text}\` without parentheses`);
    }
    if (kind !== 'name' || next?.kind !== 'name' || !startsStatement(tokens, place)) continue;
    if (text === 'lazy' && (next.text === 'import' || next.text === 'from')) yield at(token, 15, '`lazy` imports');
    if (text === 'type' && !KEYWORDS.has(next.text) && /^[=[]$/.test(tokens[place + 2]?.text ?? '')) {
      yield at(token, 12, 'a `type` statement');
      yield* ofTypeParameters(tokens.slice(place, place + MOST_LOOKED_AT));
    }
  }
}

function startsStatement(tokens: readonly Token[], place: number): boolean {
  const before = tokens[place - 1];
  return before === undefined || (before.depth === 0 && (before.text === ';' || before.text === ':'));
}

function isReturning(word: string): boolean {
  return word === 'return' || word === 'yield';
}

/** A `:` and a `=` without a blank between them have no other sense. */
function isWalrus(colon: Token, next: Token | undefined): boolean {
  return next?.text === '=' && next.start === colon.start + 1;
}

/** The first `*` that stands for itself in a list behind a keyword, up to the end of the list. */
function starIn([, ...list]: readonly Token[], depth: number): Token | undefined {
  const end = list.findIndex(
    (token) => token.depth < depth || (token.depth === depth && /^[;:)\]}=]$/.test(token.text)),
  );
  const own = end === -1 ? list : list.slice(0, end);
  return own.find((token, place) => {
    if (token.text !== '*' || token.depth !== depth || own[place + 1]?.text === '*') return false;
    return place === 0 || (own[place - 1]?.text === ',' && own[place - 1]?.depth === depth);
  });
}

/** A dotted name, perhaps called, as Python 3.8 has it. */
function isPlainDecorator([, ...tokens]: readonly Token[]): boolean {
  const end = tokens.findIndex(({ kind, text }, place) => (place % 2 === 0 ? kind !== 'name' : text !== '.'));
  const rest = end === -1 ? [] : tokens.slice(end);
  if (rest.length === 0) return true;
  if (rest[0]?.text !== '(' || end % 2 === 0) return false;
  return rest.findIndex(({ text, depth }) => text === ')' && depth === 0) === rest.length - 1;
}

/** https://docs.python.org/3/reference/lexical_analysis.html#keywords, without the values among them. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if import in is lambda ' +
    'nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
