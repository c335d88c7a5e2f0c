import type { Block, Line } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { medianOf, placeLines, type PlacedLine, slopeOf } from './placed-line.ts';
import { type Region, regionsInOrder } from './reading-order.ts';
import { joinParts, rowsOf } from './rows.ts';

/** A block ends where the white space after a row is this much of its height wider than usual in the region. */
const EXTRA_SPACE = 0.5;

/** Puts the lines of a page into reading order and divides them into blocks. Lines without words are left out. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const read = lines.filter((line) => line.words.length > 0);
  return regionsInOrder(placeLines(read, slopeOf(read))).flatMap(blocksOfRegion);
}

function blocksOfRegion(region: Region): Block[] {
  const rows = rowsOf(region).map(extentOf);
  const spaces = rows.slice(1).map((row, index) => row.top - (rows[index]?.bottom ?? row.top));
  const usual = medianOf(spaces) ?? 0;
  const blocks: Line[][] = [];
  rows.forEach(({ row, height }, index) => {
    const space = index === 0 ? Infinity : (spaces[index - 1] ?? 0);
    const current = blocks.at(-1);
    if (current === undefined || space > Math.max(usual, 0) + EXTRA_SPACE * height) blocks.push(joinParts(row));
    else current.push(...joinParts(row));
  });
  return blocks.map((block) => ({ box: unionOf(block.map(({ box }) => box)), lines: block }));
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
