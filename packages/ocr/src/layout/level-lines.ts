import { middleOf, type PlacedLine } from './placed-line.ts';

/** Lines that share a row have middles nearer than this share of the lower one's height. */
const SAME_ROW = 0.5;

/** Those of the lines, sorted by their middles, that stand in one row with a line. */
export function linesLevelWith(sorted: readonly PlacedLine[], line: PlacedLine): PlacedLine[] {
  const middle = middleOf(line);
  const level: PlacedLine[] = [];
  for (let index = firstFrom(sorted, middle - SAME_ROW * line.height); index < sorted.length; index++) {
    const other = sorted[index];
    if (other === undefined || middleOf(other) > middle + SAME_ROW * line.height) break;
    if (Math.abs(middleOf(other) - middle) <= SAME_ROW * other.height) level.push(other);
  }
  return level;
}

/** The index of the first line whose middle is not above `middle`. */
export function firstFrom(sorted: readonly PlacedLine[], middle: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const half = (from + to) >> 1;
    const line = sorted[half];
    if (line !== undefined && middleOf(line) < middle) from = half + 1;
    else to = half;
  }
  return from;
}
