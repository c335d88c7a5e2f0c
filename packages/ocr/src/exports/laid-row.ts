import type { Box, Line, Page } from '../document.ts';
import { textRowsOf } from '../layout/text-rows.ts';
import { wordsOfLine } from './line-words.ts';
import { legalText } from './xml.ts';

/**
 * A row of words as it is laid into a PDF, in pixels, on one baseline wherever its words allow it: readers of PDF put text into
 * order by its baselines, and take words whose baselines differ by half the font size for different lines.
 */
export interface LaidRow {
  /** From left to right. */
  readonly words: readonly LaidWord[];
  readonly left: number;
  readonly right: number;
  /** Median of the words'. */
  readonly height: number;
  /** The baseline that the words share, as far as each can. */
  readonly base: number;
}

export interface LaidWord {
  readonly text: string;
  readonly box: Box;
}

/** Where letters stand in the box of a word, from its top: what lies below are the tails of `g` and `y`. */
const BASELINE = 0.8;
/**
 * A word's box may be laid this much larger than it is, in heights, to reach the baseline of its row. So a row that falls by one
 * and a half heights from end to end, as on a scan that lies askew, is still on one baseline.
 */
const REACH = 0.35;
/** Rows are joined when their words' baselines would differ by at most this share of their height. */
const SAME_BASE = 0.7;

/** The rows of a page in reading order. What is read one after the other, from left to right at one height, is one row. */
export function laidRowsOf({ blocks }: Page): LaidRow[] {
  const rows = blocks.flatMap(({ lines }) => textRowsOf(lines).flatMap(rowOfLines));
  const joined: LaidRow[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const both = before === undefined ? undefined : together(before, row, rows);
    if (both === undefined) joined.push(row);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

/** The baseline of a word in its row: that of the row, or as near to it as the word's box reaches. */
export function baseOf({ top, height }: Box, base: number): number {
  return Math.min(Math.max(base, top - REACH * height), top + (1 + REACH) * height);
}

/** How far the baselines of a row's words are apart, in pixels; 0 on any straight page. */
export function spreadOf({ words, base }: LaidRow): number {
  const bases = words.map(({ box }) => baseOf(box, base));
  return Math.max(...bases) - Math.min(...bases);
}

export function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function rowOfLines(lines: readonly Line[]): LaidRow[] {
  const words = lines.flatMap(wordsOfLine).map(({ text, box }) => ({ text: legalText(text).trim(), box }));
  const written = words.filter(({ text }) => text !== '');
  // Text that runs to the left is laid as it is seen, like all other.
  return written.length === 0 ? [] : [rowOf(written.toSorted((a, b) => a.box.left - b.box.left))];
}

function rowOf(words: readonly LaidWord[]): LaidRow {
  const boxes = words.map(({ box }) => box);
  const height = middleOf(boxes.map((box) => box.height));
  const lowestTop = Math.max(...boxes.map(({ top }) => top));
  const highestBottom = Math.min(...boxes.map((box) => box.top + box.height));
  const natural = middleOf(boxes.map((box) => box.top + BASELINE * box.height));
  const straight = Math.min(Math.max(natural, lowestTop), highestBottom);
  return {
    words,
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map((box) => box.left + box.width)),
    height,
    base: lowestTop <= highestBottom ? straight : (lowestTop + highestBottom) / 2,
  };
}

/** Two rows as one: the second goes on to the right of the first, and nothing else stands between them. */
function together(before: LaidRow, row: LaidRow, rows: readonly LaidRow[]): LaidRow | undefined {
  if (row.left < before.right) return undefined;
  const both = rowOf([...before.words, ...row.words]);
  if (spreadOf(both) > SAME_BASE * Math.min(before.height, row.height)) return undefined;
  const stranger = rows.some((other) => {
    const own = other === row || before.words.some((word) => other.words.includes(word));
    const across = other.left < both.right && other.right > both.left;
    return !own && across && Math.abs(other.base - both.base) < row.height / 2;
  });
  return stranger ? undefined : both;
}
