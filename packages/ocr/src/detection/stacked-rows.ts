import type { Raster } from '../engine.ts';
import { cornersOf, pointWithin, type Quadrilateral, type Rectangle } from '../geometry.ts';

/** Rows that stand above each other are looked for in boxes at least this many times as high as wide. */
const STACK_RATIO = 1.5;
/** Levels of 255 between ink and paper. */
const CONTRAST = 64;
/**
 * A number printed sideways is cut by white too, but its digits are narrower than the ink is wide, at most 0.75 of it (Courier),
 * and nothing divides the ink from top to bottom. A row of one character is higher than wide by at least this ...
 */
const CHARACTER_HEIGHT = 1.1;
/** ... and a row of several, which white divides from top to bottom, is at least this much of its width high: three digits. */
const DIVIDED_HEIGHT = 0.5;
/** White that divides may be crossed by the ink of this share of the rows of pixels. */
const CROSSED_SHARE = 0.1;
/** The white between rows, by their height; between letters it is less. */
const LEAST_GAP = 0.2;
/** How much the rows of a stack differ in height, by that of the middle one. */
const TOLERANCE = 0.35;
/** A row's box reaches beyond its ink by this much of its height, as the detector's boxes do. */
const MARGIN = 0.25;

/** From row `start` up to, and without, `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts boxes that hold a column of short rows, such as the numbers 1 to 9 of a list, into one box a row: a high box would be taken
 * for a line that runs upright. Boxes are in pixels of `page`.
 */
export function splitStacks(page: Raster, boxes: readonly Rectangle[]): Rectangle[] {
  return boxes.flatMap((box) => {
    if (box.height < STACK_RATIO * box.width) return [box];
    const rows = rowsWithin(page, box);
    return rows === undefined ? [box] : rows.map((row) => boxOfRow(box, row));
  });
}

/** The rows of a stack, in pixels from the top of the box; undefined when it is none. */
function rowsWithin(page: Raster, box: Rectangle): Span[] | undefined {
  const ink = inkWithin(page, box);
  if (ink === undefined) return undefined;
  const all = spansOf(ink.rows, 0);
  const usual = all.map(heightOf).toSorted((a, b) => a - b)[all.length >> 1] ?? 0;
  const isAlike = (row: Span) => Math.abs(heightOf(row) - usual) <= TOLERANCE * usual;
  // At its ends a box may hold parts of the rows beyond.
  const rows = all.filter((row) => isAlike(row) || (row.start > 0 && row.end < ink.rows.length));
  const columns = spansOf(ink.columns, CROSSED_SHARE * rows.reduce((sum, row) => sum + heightOf(row), 0));
  const [first, last] = [columns[0], columns.at(-1)];
  if (rows.length < 2 || first === undefined || last === undefined) return undefined;
  const least = (columns.length > 1 ? DIVIDED_HEIGHT : CHARACTER_HEIGHT) * (last.end - first.start);
  const standApart = rows
    .slice(1)
    .every(({ start }, index) => start - (rows[index]?.end ?? start) >= LEAST_GAP * usual);
  return usual >= least && rows.every(isAlike) && standApart ? rows : undefined;
}

function heightOf({ start, end }: Span): number {
  return end - start;
}

/** How many pixels of ink each row and column of the box, upright, has; undefined when nothing stands out from the paper. */
function inkWithin(page: Raster, box: Rectangle): { rows: number[]; columns: number[] } | undefined {
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  const levels = levelsWithin(page, cornersOf(box), width, height);
  const sorted = levels.toSorted();
  const [darkest = 0, paper = 0] = [sorted[0], sorted[sorted.length >> 1]];
  if (paper - darkest < CONTRAST) return undefined;
  const rows = Array.from({ length: height }, () => 0);
  const columns = Array.from({ length: width }, () => 0);
  for (let at = 0; at < levels.length; at++) {
    if ((levels[at] ?? 0) >= (darkest + paper) / 2) continue;
    const [row, column] = [Math.floor(at / width), at % width];
    rows[row] = (rows[row] ?? 0) + 1;
    columns[column] = (columns[column] ?? 0) + 1;
  }
  return { rows, columns };
}

/** The brightness of `width` by `height` points of what lies between the corners, row by row; beyond the page is paper. */
function levelsWithin(page: Raster, corners: Quadrilateral, width: number, height: number): Uint8Array {
  const levels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const point = pointWithin(corners, (column + 0.5) / width, (row + 0.5) / height);
      const [x, y] = [Math.floor(point.x), Math.floor(point.y)];
      const isBeyond = x < 0 || y < 0 || x >= page.width || y >= page.height;
      // The green channel stands for brightness.
      levels[row * width + column] = isBeyond ? 255 : (page.data[(y * page.width + x) * 3 + 1] ?? 255);
    }
  }
  return levels;
}

/** Where the counts are above `most`. */
function spansOf(counts: readonly number[], most: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  counts.forEach((count, index) => {
    if (count <= most) return;
    if ((counts[index - 1] ?? 0) <= most) start = index;
    if ((counts[index + 1] ?? 0) <= most) spans.push({ start, end: index + 1 });
  });
  return spans;
}

function boxOfRow(box: Rectangle, { start, end }: Span): Rectangle {
  const shift = (start + end) / 2 - box.height / 2;
  const center = {
    x: box.center.x - shift * Math.sin(box.angle),
    y: box.center.y + shift * Math.cos(box.angle),
  };
  return { ...box, center, height: (end - start) * (1 + 2 * MARGIN) };
}
