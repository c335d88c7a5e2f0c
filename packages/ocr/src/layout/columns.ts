import { type Band, type Beside, bandsOf, joinAcross } from './bands.ts';
import { medianHeight, type PlacedLine } from './placed-line.ts';
import { areReadApart } from './read-apart.ts';
import { sidesOf } from './sides.ts';

/** Fewer lines than this beside each other are a row of labels, not columns. */
const LINES_AT_LEAST = 4;
/** So far a line may reach over the gutter, in heights: boxes are not exact. */
const TOLERANCE = 0.25;
/** A gutter is at least this wide, in heights, however much the boxes of lines were enlarged. */
const NARROWEST = 0.3;
/** So many places are tried, which bounds the time on a page of thousands of words; the densest page that was read had 162. */
const GUTTERS_AT_MOST = 200;
/** This share of a column's lines, and one of few, may reach further into the gutter: a formula, a stamp. */
const PROTRUDING = 0.05;

/**
 * Cuts lines, sorted by their middles, at the gutter with the most lines in columns of text on both of its sides, the widest of
 * several: from top to bottom, what stands beside it and what reaches across. Undefined when there are no columns of text.
 */
export function findColumns(lines: readonly PlacedLine[], runningText: ReadonlySet<PlacedLine>): Band[] | undefined {
  const height = medianHeight(lines);
  const tolerance = TOLERANCE * height;
  let best: Gutter | undefined;
  for (const gutter of guttersOf(lines, tolerance)) {
    const sides = sidesOf(lines, gutter, tolerance);
    if (Math.min(sides.left.length, sides.right.length) < LINES_AT_LEAST) continue;
    const bands = bandsOf(sides);
    const columns = bands
      .filter((band) => band.kind === 'beside')
      .filter(({ left, right }) => Math.min(left.length, right.length) >= LINES_AT_LEAST)
      .filter((band) => gapOf(band) >= NARROWEST * height && areReadApart(band.left, band.right, runningText));
    const count = columns.reduce((sum, { left, right }) => sum + Math.min(left.length, right.length), 0);
    if (count === 0) continue;
    const gap = Math.min(...columns.map(gapOf));
    // A title has its height to itself; what crosses beside other lines is of a column that the gutter cuts through.
    const cut = bands.filter((band) => band.kind === 'across' && band.lines.length > 1).length;
    const found = { bands, columns: new Set(columns), text: count - cut, crossing: sides.crossing.length, gap };
    if (best === undefined || isBetter(found, best)) best = found;
  }
  if (best === undefined) return undefined;
  const { bands, columns } = best;
  return joinAcross(bands, (band) => columns.has(band) || haveText(band, runningText));
}

interface Gutter {
  readonly bands: readonly Band[];
  /** Those of the bands that are columns for certain. */
  readonly columns: ReadonlySet<Band>;
  /** Lines in columns, on the side that has fewer, less those that it cuts. */
  readonly text: number;
  readonly crossing: number;
  readonly gap: number;
}

function isBetter(a: Gutter, b: Gutter): boolean {
  if (a.text !== b.text) return a.text > b.text;
  return a.crossing === b.crossing ? a.gap > b.gap : a.crossing < b.crossing;
}

/** Where columns may begin: the left ends of lines, one of those that differ by no more than boxes do, the most common ones. */
function guttersOf(lines: readonly PlacedLine[], tolerance: number): number[] {
  const gutters: { left: number; lines: number }[] = [];
  for (const { left } of lines.toSorted((a, b) => a.left - b.left)) {
    const last = gutters.at(-1);
    if (last === undefined || left > last.left + tolerance) gutters.push({ left, lines: 1 });
    else last.lines++;
  }
  const common = gutters.toSorted((a, b) => b.lines - a.lines).slice(0, GUTTERS_AT_MOST);
  return common.map(({ left }) => left).sort((a, b) => a - b);
}

/** What stands beside a gutter and is too little to tell by itself is of the columns under or over it where it is text. */
function haveText({ left, right }: Beside, runningText: ReadonlySet<PlacedLine>): boolean {
  return [left, right].every((side) => side.some((line) => runningText.has(line)));
}

function gapOf({ left, right }: Beside): number {
  const ends = left.map((line) => line.right).sort((a, b) => b - a);
  const begins = right.map((line) => line.left).sort((a, b) => a - b);
  const nth = (values: readonly number[]) => values[Math.ceil(PROTRUDING * values.length)] ?? 0;
  return nth(begins) - nth(ends);
}
