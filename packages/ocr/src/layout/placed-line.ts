import type { Line } from '../document.ts';
import { medianOf } from './median.ts';
import { centerOf, type PageShape, textHeightOf } from './page-shape.ts';

/** A line with its place on the page as it would be if the page were straight, in pixels. */
export interface PlacedLine {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of the text itself: a skewed line's box is higher. */
  readonly height: number;
}

/** Places lines as on a page of that shape made straight. */
export function placeLines(lines: readonly Line[], shape: PageShape): PlacedLine[] {
  return lines.map((line) => {
    const height = textHeightOf(line);
    const center = centerOf(line.box);
    const middle = center.y - shape.fallTo(center.x, center.y);
    const shift = shape.slope * center.y;
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

export function medianHeight(lines: readonly PlacedLine[]): number {
  return medianOf(lines.map(({ height }) => height)) ?? 1;
}
