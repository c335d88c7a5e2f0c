import type { Block, Line } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { medianOf, placeLines, type PlacedLine, slopeOf } from './placed-line.ts';
import { type Region, regionsInOrder } from './reading-order.ts';
import { joinParts, rowsOf } from './rows.ts';

/** A block ends where the white space after a row is this much of its height wider than usual in the region. */
const EXTRA_SPACE = 0.5;
/** What is usual is known from this many spaces on ... */
const SPACES_AT_LEAST = 3;
/** ... and is never more than this many heights: double spacing is about 1.3. */
const WIDEST_SPACE = 1.5;

/** Puts the lines of a page into reading order and divides them into blocks. Lines without words are left out. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const read = lines.filter((line) => line.words.length > 0);
  return regionsInOrder(placeLines(read, slopeOf(read))).flatMap(blocksOfRegion);
}

function blocksOfRegion(region: Region): Block[] {
  const rows = rowsOf(region).map(extentOf);
  const spaces = rows.slice(1).map((row, index) => row.top - (rows[index]?.bottom ?? row.top));
  const usual = usualSpace(spaces, rows);
  const blocks: Line[][] = [];
  rows.forEach(({ row, height }, index) => {
    const space = index === 0 ? Infinity : (spaces[index - 1] ?? 0);
    const current = blocks.at(-1);
    if (current === undefined || space > usual + EXTRA_SPACE * height) blocks.push(joinParts(row));
    else current.push(...joinParts(row));
  });
  return blocks.map((block) => ({ box: unionOf(block.map(({ box }) => box)), lines: block }));
}

/** The white space between two rows of one block, 0 where too few rows stand to tell. */
function usualSpace(spaces: readonly number[], rows: readonly Row[]): number {
  if (spaces.length < SPACES_AT_LEAST) return 0;
  const widest = WIDEST_SPACE * (medianOf(rows.map(({ height }) => height)) ?? 0);
  return Math.min(Math.max(medianOf(spaces) ?? 0, 0), widest);
}

interface Row {
  readonly row: readonly PlacedLine[];
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

function extentOf(row: readonly PlacedLine[]): Row {
  const top = Math.min(...row.map((line) => line.top));
  const bottom = Math.max(...row.map((line) => line.bottom));
  return { row, top, bottom, height: bottom - top };
}
