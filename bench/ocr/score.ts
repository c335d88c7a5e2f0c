/** Tokens found, tokens in the truth, tokens read. Scores of several pages add up. */
export interface Overlap {
  readonly found: number;
  readonly truth: number;
  readonly read: number;
}

export interface Score {
  /** Words between white space, case folded, in any order. */
  readonly words: Overlap;
  /** Runs of letters and digits, case folded, in any order: what splitting of punctuation cannot distort. */
  readonly alphanumeric: Overlap;
  /** Three characters in a row, white space removed, case folded: letters without spacing and order. */
  readonly trigrams: Overlap;
  /** Edits (case folded) that turn what was read into the truth, in the order of reading, and the characters of the truth. */
  readonly edits: number;
  readonly characters: number;
}

/** Quotation marks, dashes and bullets that are the same to a reader. */
const EQUIVALENT: readonly (readonly [RegExp, string])[] = [
  [/[\u00ad\u200b-\u200f\ufeff]/g, ''],
  [/[‘’‚‛`´]/g, "'"],
  [/[“”„«»]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/[•·●]/g, '*'],
  [/…/g, '...'],
  [/''/g, '"'],
];

/** How much of the truth a text has. With `joinsHyphens` a word that is broken at the end of a line counts as one. */
export function scoreOf(truth: string, text: string, joinsHyphens = false): Score {
  const [expected, read] = [truth, text].map((value) => normalise(value, joinsHyphens));
  if (expected === undefined || read === undefined) throw new Error('Two texts are compared');
  const characters = [...expected];
  return {
    words: overlap(wordsOf(expected), wordsOf(read)),
    alphanumeric: overlap(expected.match(/[\p{L}\p{N}]+/gu) ?? [], read.match(/[\p{L}\p{N}]+/gu) ?? []),
    trigrams: overlap(trigramsOf(expected), trigramsOf(read)),
    edits: editDistance(characters, [...read]),
    characters: characters.length,
  };
}

export function sumOf(scores: readonly Score[]): Score {
  const add = (a: Overlap, b: Overlap) => ({
    found: a.found + b.found,
    truth: a.truth + b.truth,
    read: a.read + b.read,
  });
  return scores.reduce((sum, score) => ({
    words: add(sum.words, score.words),
    alphanumeric: add(sum.alphanumeric, score.alphanumeric),
    trigrams: add(sum.trigrams, score.trigrams),
    edits: sum.edits + score.edits,
    characters: sum.characters + score.characters,
  }));
}

/** Harmonic mean of the share found and the share right, 0 to 1. */
export function f1({ found, truth, read }: Overlap): number {
  return truth + read === 0 ? 1 : (2 * found) / (truth + read);
}

function normalise(text: string, joinsHyphens: boolean): string {
  const plain = EQUIVALENT.reduce((value, [from, to]) => value.replace(from, to), text.normalize('NFKC'));
  const lines = plain
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  const joined = joinsHyphens ? lines.replace(/(\p{L})-\n(\p{Ll})/gu, '$1$2') : lines;
  return joined.replace(/\s+/g, ' ').toLowerCase();
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function trigramsOf(text: string): string[] {
  const characters = [...text.replaceAll(' ', '')];
  return characters.slice(2).map((last, index) => `${characters[index]}${characters[index + 1]}${last}`);
}

function overlap(truth: readonly string[], read: readonly string[]): Overlap {
  const left = new Map<string, number>();
  for (const token of truth) left.set(token, (left.get(token) ?? 0) + 1);
  let found = 0;
  for (const token of read) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    found++;
    left.set(token, count - 1);
  }
  return { found, truth: truth.length, read: read.length };
}

/** Levenshtein's distance, one row at a time (Wagner and Fischer 1974). */
function editDistance(from: readonly string[], to: readonly string[]): number {
  let previous = Uint32Array.from({ length: to.length + 1 }, (_, index) => index);
  let row = new Uint32Array(to.length + 1);
  from.forEach((character, index) => {
    row[0] = index + 1;
    for (let column = 1; column <= to.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (character === to[column - 1] ? 0 : 1);
      row[column] = Math.min(replaced, (previous[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1);
    }
    [previous, row] = [row, previous];
  });
  return previous[to.length] ?? 0;
}
