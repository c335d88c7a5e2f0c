import type { Line } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { middleOf, type PlacedLine } from './placed-line.ts';
import { linesLevelWith } from './level-lines.ts';

/** Lines to the left and to the right of a gutter, and those that reach over it: titles, wide figures. Sorted by their middles. */
export interface Sides {
  readonly left: readonly PlacedLine[];
  readonly right: readonly PlacedLine[];
  readonly crossing: readonly PlacedLine[];
}

/** Two columns whose lines were found as one stand at least this far apart, in heights: spaces between words are narrower. */
const GUTTER = 0.8;
/** A line of a column reaches over its gutter with at most this share of its width: a long formula, a stamp. */
const PROTRUDING = 0.15;

/** ... and so do few of its lines: more are those of a wider column. */
const PROTRUDING_AT_MOST = 0.1;

/** Divides lines, sorted by their middles, at a gutter. A line that was found across two columns is parted. */
export function sidesOf(lines: readonly PlacedLine[], gutter: number, tolerance: number): Sides {
  const left: PlacedLine[] = [];
  const right: PlacedLine[] = [];
  const crossing: PlacedLine[] = [];
  for (const line of lines) {
    if (line.left >= gutter - tolerance) right.push(line);
    else if (line.right <= gutter + tolerance) left.push(line);
    else {
      const parts = partsOf(line, gutter, tolerance);
      if (parts === undefined) crossing.push(line);
      else {
        left.push(parts[0]);
        right.push(parts[1]);
      }
    }
  }
  return withProtruding({ left, right, crossing }, gutter);
}

/** The words to the left and to the right of a gutter; undefined where no gap between words is as wide as one. */
function partsOf(line: PlacedLine, gutter: number, tolerance: number): [PlacedLine, PlacedLine] | undefined {
  const shift = line.left - line.line.box.left;
  const { words } = line.line;
  const next = words.findIndex(({ box }) => box.left + shift >= gutter - tolerance);
  const [before, after] = [words[next - 1]?.box, words[next]?.box];
  if (before === undefined || after === undefined) return undefined;
  const end = before.left + before.width;
  if (end + shift > gutter + tolerance || after.left - end < GUTTER * line.height) return undefined;
  return [partOf(line, words.slice(0, next), shift), partOf(line, words.slice(next), shift)];
}

function partOf(line: PlacedLine, words: Line['words'], shift: number): PlacedLine {
  const box = unionOf(words.map((word) => word.box));
  const text = words.map((word) => word.text).join(' ');
  const part = { text, confidence: line.line.confidence, box, words };
  return { ...line, line: part, left: box.left + shift, right: box.left + box.width + shift };
}

/** A line that reaches a little over the gutter, beside a line of the other column, does not divide the columns. */
function withProtruding({ left, right, crossing }: Sides, gutter: number): Sides {
  const few = (lines: PlacedLine[], own: readonly PlacedLine[]) =>
    lines.length <= PROTRUDING_AT_MOST * own.length ? lines : [];
  const isOf = (line: PlacedLine, over: number, others: readonly PlacedLine[]) =>
    over <= PROTRUDING * (line.right - line.left) && linesLevelWith(others, line).length > 0;
  const leftToo = few(
    crossing.filter((line) => isOf(line, line.right - gutter, right)),
    left,
  );
  const rightToo = few(
    crossing.filter((line) => isOf(line, gutter - line.left, left)),
    right,
  );
  if (leftToo.length + rightToo.length === 0) return { left, right, crossing };
  const moved = new Set([...leftToo, ...rightToo]);
  return {
    left: [...left, ...leftToo].sort(byMiddle),
    right: [...right, ...rightToo].sort(byMiddle),
    crossing: crossing.filter((line) => !moved.has(line)),
  };
}

function byMiddle(a: PlacedLine, b: PlacedLine): number {
  return middleOf(a) - middleOf(b);
}
