import type { Line } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { middleOf, type PlacedLine } from './placed-line.ts';

/** Lines stand in one row when their middles are nearer than this share of the lower one's height. */
const SAME_ROW = 0.45;
/** Two lines of a row are one line when the gap between them is at most this many heights: a justified line, found in two parts. */
const SAME_LINE = 1.2;
/** So far one part may reach into the next, in heights. */
const OVERLAP = 0.5;

/** Groups lines into rows, from top to bottom, each from left to right. */
export function rowsOf(lines: readonly PlacedLine[]): PlacedLine[][] {
  const rows: PlacedLine[][] = [];
  for (const line of lines.toSorted((a, b) => middleOf(a) - middleOf(b) || a.left - b.left)) {
    // Rows overlap a little where sizes differ, so the last few are looked at, the nearest first.
    const row = rows.slice(-4).findLast((candidate) => belongsTo(candidate, line));
    if (row === undefined) rows.push([line]);
    else row.push(line);
  }
  return rows
    .toSorted((a, b) => meanMiddle(a) - meanMiddle(b))
    .map((row) => row.toSorted((a, b) => a.left - b.left || a.top - b.top));
}

function belongsTo(row: readonly PlacedLine[], line: PlacedLine): boolean {
  const lowest = row.reduce((least, { height }) => Math.min(least, height), line.height);
  return Math.abs(middleOf(line) - meanMiddle(row)) < SAME_ROW * lowest;
}

function meanMiddle(row: readonly PlacedLine[]): number {
  return row.reduce((sum, line) => sum + middleOf(line), 0) / row.length;
}

/** The lines of a row; neighbours that are parts of one line are joined. */
export function joinParts(row: readonly PlacedLine[]): Line[] {
  const joined: { line: Line; last: PlacedLine }[] = [];
  for (const next of row) {
    const before = joined.at(-1);
    if (before !== undefined && isContinuation(before.last, next)) {
      joined[joined.length - 1] = { line: join(before.line, next.line), last: next };
    } else {
      joined.push({ line: next.line, last: next });
    }
  }
  return joined.map(({ line }) => line);
}

function isContinuation(before: PlacedLine, next: PlacedLine): boolean {
  const height = Math.min(before.height, next.height);
  const gap = next.left - before.right;
  return gap <= SAME_LINE * height && gap >= -OVERLAP * height;
}

function join(one: Line, other: Line): Line {
  const words = [...one.words, ...other.words];
  const length = (line: Line) => line.words.reduce((sum, { text }) => sum + text.length, 0);
  const [a, b] = [length(one), length(other)];
  return {
    text: `${one.text} ${other.text}`,
    confidence: (one.confidence * a + other.confidence * b) / Math.max(1, a + b),
    box: unionOf([one.box, other.box]),
    words,
  };
}
