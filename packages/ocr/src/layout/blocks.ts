import type { Block, Line } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { bodyLettersOf, isHeading, type LetterSize } from './headings.ts';
import { medianOf } from './median.ts';
import { pageShapeOf } from './page-shape.ts';
import { placeLines, type PlacedLine } from './placed-line.ts';
import { type Region, regionsInOrder } from './reading-order.ts';
import { joinParts, rowsOf } from './rows.ts';
import { joinTables } from './tables.ts';

/** A block ends where the white space after a row is this much of its height wider than usual in the region. */
const EXTRA_SPACE = 0.5;
/** What is usual is known from this many spaces on ... */
const SPACES_AT_LEAST = 3;
/** ... is taken to be this many heights where it is not, as in single spacing ... */
const SINGLE_SPACE = 0.5;
/** ... and is never more than this many: double spacing is about 1.3. */
const WIDEST_SPACE = 1.5;

/** Puts the lines of a page into reading order and divides them into blocks. Lines without words are left out. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const read = lines.filter((line) => line.words.length > 0);
  const placed = placeLines(read, pageShapeOf(read));
  const body = bodyLettersOf(placed);
  return regionsInOrder(placed).flatMap((region) => blocksOfRegion(region, body));
}

function blocksOfRegion(region: Region, body: LetterSize): Block[] {
  const rows = rowsOf(region).map((row) => extentOf(row, body));
  const spaces = rows.slice(1).map((row, index) => row.top - (rows[index]?.bottom ?? row.top));
  const usual = usualSpace(spaces, rows);
  const blocks: Row[][] = [];
  rows.forEach((row, index) => {
    const space = index === 0 ? Infinity : (spaces[index - 1] ?? 0);
    const current = blocks.at(-1);
    const begins = space > usual + EXTRA_SPACE * row.height || row.heading !== rows[index - 1]?.heading;
    if (current === undefined || begins) blocks.push([row]);
    else current.push(row);
  });
  return joinTables(blocks.map(blockOf));
}

function blockOf(rows: readonly Row[]): Block {
  const lines = rows.flatMap(({ row }) => joinParts(row));
  const heading = rows.every((row) => row.heading);
  return { ...(heading ? { kind: 'heading' } : {}), box: unionOf(lines.map(({ box }) => box)), lines };
}

/** The white space between two rows of one block. */
function usualSpace(spaces: readonly number[], rows: readonly Row[]): number {
  const height = medianOf(rows.map((row) => row.height)) ?? 0;
  if (spaces.length < SPACES_AT_LEAST) return SINGLE_SPACE * height;
  return Math.min(Math.max(medianOf(spaces) ?? 0, 0), WIDEST_SPACE * height);
}

interface Row {
  readonly row: readonly PlacedLine[];
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly heading: boolean;
}

function extentOf(row: readonly PlacedLine[], body: LetterSize): Row {
  const top = Math.min(...row.map((line) => line.top));
  const bottom = Math.max(...row.map((line) => line.bottom));
  return { row, top, bottom, height: bottom - top, heading: isHeading(row, body) };
}
