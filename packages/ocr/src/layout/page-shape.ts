import type { Box, Line } from '../document.ts';
import { medianOf } from './median.ts';

/** How text lies on a page that is skewed, bent or was photographed at an angle. */
export interface PageShape {
  /** Pixels that text falls for each pixel to the right: the median over the long lines, 0 without any. */
  readonly slope: number;
  /** Pixels that text has fallen on its way from the left edge of the page to a point. */
  fallTo(x: number, y: number): number;
}

/** Lines shorter than this many times their height say little about the slope. */
const LONG = 6;
/** Fewer long lines say nothing about a bend. */
const LINES_AT_LEAST = 12;
/** Slopes further than this many times the median from what is expected are not of the page: a stamp, a slanted title. */
const OUTLYING = 3;
/** A bend is one when it leaves at most this share of what the slopes differ from the median. */
const BENT = 0.6;
/** How many lines speak against a bend before any is seen. */
const DOUBT = 0.2;

interface Slope {
  /** From the middle of all, in shares of the largest extent. */
  readonly across: number;
  readonly down: number;
  /** Without the median of all. */
  readonly rest: number;
}

/** A plane over the page: the slope at its middle, and how it grows across and down. */
type Plane = readonly [at: number, across: number, down: number];

/** Finds the slope of the text, and where long lines show one, how it changes over the page (a plane of least squares). */
export function pageShapeOf(lines: readonly Line[]): PageShape {
  const found = lines.flatMap(slopesOf);
  const slope = medianOf(found.map((line) => line.slope)) ?? 0;
  const [middleX, middleY] = [meanOf(found.map(({ x }) => x)), meanOf(found.map(({ y }) => y))];
  const extent = Math.max(1, ...found.map(({ x, y }) => Math.max(Math.abs(x - middleX), Math.abs(y - middleY))));
  const slopes = found.map((line) => ({
    across: (line.x - middleX) / extent,
    down: (line.y - middleY) / extent,
    rest: line.slope - slope,
  }));
  const [at, across, down] = bendOf(slopes) ?? [0, 0, 0];
  return {
    slope,
    fallTo: (x, y) =>
      x * (slope + at + (down * (y - middleY)) / extent) + (across * (x * x - 2 * middleX * x)) / (2 * extent),
  };
}

function slopesOf(line: Line): { x: number; y: number; slope: number }[] {
  const [first, last] = [line.words[0], line.words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [centerOf(first.box), centerOf(last.box)];
  if (to.x - from.x < LONG * textHeightOf(line)) return [];
  return [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, slope: (to.y - from.y) / (to.x - from.x) }];
}

/** The bend of the page; undefined where the slopes show none. */
function bendOf(slopes: readonly Slope[]): Plane | undefined {
  if (slopes.length < LINES_AT_LEAST) return undefined;
  const off = (plane: Plane) => (line: Slope) => Math.abs(line.rest - valueOf(plane, line));
  const typical = (plane: Plane) => medianOf(slopes.map(off(plane))) ?? 0;
  const first = planeOf(slopes);
  const limit = OUTLYING * typical(first);
  const plane = planeOf(slopes.filter((line) => off(first)(line) <= limit));
  return typical(plane) <= BENT * typical([0, 0, 0]) ? plane : undefined;
}

function valueOf([at, across, down]: Plane, line: Slope): number {
  return at + across * line.across + down * line.down;
}

/** Least squares by Cramer's rule, held back by a little doubt where lines only stand below each other and show nothing across. */
function planeOf(slopes: readonly Slope[]): Plane {
  const rows = slopes.map((line) => ({ of: [1, line.across, line.down] as const, rest: line.rest }));
  const sum = (i: 0 | 1 | 2, j: 0 | 1 | 2) => rows.reduce((total, { of }) => total + of[i] * of[j], 0);
  const rest = (i: 0 | 1 | 2) => rows.reduce((total, row) => total + row.of[i] * row.rest, 0);
  const a: Plane = [sum(0, 0), sum(1, 0), sum(2, 0)];
  const b: Plane = [sum(0, 1), sum(1, 1) + DOUBT, sum(2, 1)];
  const c: Plane = [sum(0, 2), sum(1, 2), sum(2, 2) + DOUBT];
  const rests: Plane = [rest(0), rest(1), rest(2)];
  const whole = determinant(a, b, c);
  if (whole === 0) return [0, 0, 0];
  return [determinant(rests, b, c) / whole, determinant(a, rests, c) / whole, determinant(a, b, rests) / whole];
}

function determinant(a: Plane, b: Plane, c: Plane): number {
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1]) + c[0] * (a[1] * b[2] - a[2] * b[1]);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Height of the text itself: a skewed line's box is higher. */
export function textHeightOf(line: Line): number {
  return medianOf(line.words.map(({ box }) => box.height)) ?? line.box.height;
}

export function centerOf({ left, top, width, height }: Box): { x: number; y: number } {
  return { x: left + width / 2, y: top + height / 2 };
}
