import type { Box, Line, Word } from '../document.ts';
import { isLineMark } from './line-marks.ts';
import { textRowsOf } from './text-rows.ts';

/** A table: rows from top to bottom, each with as many cells as there are columns. The text of an empty cell is empty. */
export type TableGrid = readonly (readonly string[])[];

/** The same with what stands in each cell, in reading order: whole lines, and words of lines that reach over several. */
export type TableCells = readonly (readonly (readonly (Line | Word)[])[])[];

/** A table has at least so many rows with more than one cell ... */
const ROWS_AT_LEAST = 3;
/** ... and they are at least this share of its rows: the others are headings within it. */
const ROWS_OF_CELLS = 0.6;
/** So many of its cells, as a share of rows times columns, are filled: fewer are labels strewn over a form. */
const FILLED = 0.5;
/** Columns of a table stand free of each other; a line that reaches over more than one of them is let off this often. */
const SPANNING_AT_MOST = 0.15;

/** The lines, in reading order, as rows and columns; undefined when they are no table. */
export function tableGridOf(lines: readonly Line[]): TableGrid | undefined {
  return tableCellsOf(lines)?.map((row) => row.map(textOf));
}

/** The cells of a table by row and column; undefined when the lines are no table. */
export function tableCellsOf(lines: readonly Line[]): TableCells | undefined {
  const rows = textRowsOf(lines);
  const ofCells = rows.filter((row) => row.length > 1);
  if (ofCells.length < ROWS_AT_LEAST || ofCells.length < ROWS_OF_CELLS * rows.length) return undefined;
  const columns = columnsOf(ofCells.flat());
  if (columns === undefined) return undefined;
  const grid = rows.map((row) => cellsOf(row, columns));
  const filled = grid.flat().filter((cell) => textOf(cell) !== '').length;
  // Marks beside lines are a list, or a page with numbered lines.
  const isList =
    columns.length === 2 &&
    grid.map(([first = []]) => textOf(first)).every((first) => first === '' || isLineMark(first));
  return filled < FILLED * grid.length * columns.length || isList ? undefined : grid;
}

function textOf(cell: readonly (Line | Word)[]): string {
  return cell.map(({ text }) => text).join(' ');
}

/** From left to right, exclusive of `to`. */
interface Column {
  readonly from: number;
  readonly to: number;
}

/** Columns are what the narrow cells leave free between them; undefined when there is only one, or too much reaches over them. */
function columnsOf(cells: readonly Line[]): Column[] | undefined {
  let columns: Column[] = [];
  for (const { box } of cells.toSorted((a, b) => a.box.width - b.box.width)) {
    const touched = columns.filter((column) => overlaps(column, box));
    // A cell that would weld columns together reaches over them; it makes none.
    if (touched.length > 1) continue;
    const ends = [...touched, { from: box.left, to: box.left + box.width }];
    const grown = { from: Math.min(...ends.map(({ from }) => from)), to: Math.max(...ends.map(({ to }) => to)) };
    columns = [...columns.filter((column) => !touched.includes(column)), grown];
  }
  const spanning = cells.filter(({ box }) => columns.filter((column) => overlaps(column, box)).length > 1);
  if (columns.length < 2 || spanning.length > SPANNING_AT_MOST * cells.length) return undefined;
  return columns.toSorted((a, b) => a.from - b.from);
}

function overlaps({ from, to }: Column, { left, width }: Box): boolean {
  return left < to && from < left + width;
}

function cellsOf(row: readonly Line[], columns: readonly Column[]): (Line | Word)[][] {
  const cells: (Line | Word)[][] = columns.map(() => []);
  const put = (box: Box, part: Line | Word) => cells[nearest(columns, box)]?.push(part);
  for (const line of row) {
    const over = columns.filter((column) => overlaps(column, line.box));
    // Cells that stand close are recognised as one line; its words say where each belongs. A heading of the table is one.
    if (over.length > 1 && row.length > 1) for (const word of line.words) put(word.box, word);
    else put((line.words[0] ?? line).box, line);
  }
  return cells;
}

/** The index of the column that the middle of a box stands in, or nearest to. */
function nearest(columns: readonly Column[], { left, width }: Box): number {
  const middle = left + width / 2;
  const distances = columns.map(({ from, to }) => Math.max(from - middle, middle - to, 0));
  return distances.indexOf(Math.min(...distances));
}
