import type { Box, Line } from '../document.ts';

/** A line with its place on the page as it would be without skew, in pixels. */
export interface PlacedLine {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of the text itself: a skewed line's box is higher. */
  readonly height: number;
}

/** Lines shorter than this many times their height say little about the skew. */
const LONG = 6;

/** Pixels that the text falls for each pixel to the right: the median over the long lines, 0 without any. */
export function slopeOf(lines: readonly Line[]): number {
  const slopes = lines.flatMap((line) => {
    const [first, last] = [line.words[0], line.words.at(-1)];
    if (first === undefined || last === undefined) return [];
    const [from, to] = [centerOf(first.box), centerOf(last.box)];
    return to.x - from.x < LONG * textHeightOf(line) ? [] : [(to.y - from.y) / (to.x - from.x)];
  });
  return medianOf(slopes) ?? 0;
}

/** Places lines as on a page of that slope turned straight. */
export function placeLines(lines: readonly Line[], slope: number): PlacedLine[] {
  return lines.map((line) => {
    const height = textHeightOf(line);
    const center = centerOf(line.box);
    const middle = center.y - slope * center.x;
    const shift = slope * center.y;
    return {
      line,
      left: line.box.left + shift,
      right: line.box.left + line.box.width + shift,
      top: middle - height / 2,
      bottom: middle + height / 2,
      height,
    };
  });
}

export function middleOf({ top, bottom }: PlacedLine): number {
  return (top + bottom) / 2;
}

export function medianOf(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

export function medianHeight(lines: readonly PlacedLine[]): number {
  return medianOf(lines.map(({ height }) => height)) ?? 1;
}

function textHeightOf(line: Line): number {
  return medianOf(line.words.map(({ box }) => box.height)) ?? line.box.height;
}

function centerOf({ left, top, width, height }: Box): { x: number; y: number } {
  return { x: left + width / 2, y: top + height / 2 };
}
