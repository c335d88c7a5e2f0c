import type { Box, Line, Word } from '../document.ts';
import { isLineMark } from './line-marks.ts';
import { textRowsOf } from './text-rows.ts';

/** A table: rows from top to bottom, each with as many cells as there are columns. The text of an empty cell is empty. */
export type TableGrid = readonly (readonly string[])[];

/** The same with what stands in each cell, in reading order: whole lines, and words of lines that reach over several. */
export type TableCells = readonly (readonly Cell[])[];

type Cell = readonly (Line | Word)[];

/** A table has at least so many rows with more than one cell ... */
const ROWS_AT_LEAST = 3;
/** ... and they are at least this share of its rows: the others are headings within it. */
const ROWS_OF_CELLS = 0.6;
/** So many of its cells, as a share of rows times columns, are filled: fewer are labels strewn over a form. */
const FILLED = 0.5;
/** Columns of a table stand free of each other; a line that reaches over more than one of them is let off this often. */
const SPANNING_AT_MOST = 0.15;
/** A word reaches so far into the space between two columns, in heights, without filling it: boxes are not exact. */
const TOLERANCE = 0.25;
/** A sign that stands apart from its number makes no column: it belongs to that of the number. */
const CURRENCY = /^\p{Sc}$/u;

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
  const grid = joinContinued(rows.map((row) => cellsOf(row, columns)));
  const filled = grid.flat().filter((cell) => textOf(cell) !== '').length;
  // Marks beside lines are a list, or a page with numbered lines.
  const isList =
    columns.length === 2 &&
    grid.map(([first = []]) => textOf(first)).every((first) => first === '' || isLineMark(first));
  return filled < FILLED * grid.length * columns.length || isList ? undefined : grid;
}

function textOf(cell: Cell): string {
  return cell.map(({ text }) => text).join(' ');
}

/** The share of the lines that reach over several columns of a table, and are no cells of it; 0 where that is none. */
export function shareReachingOver(table: readonly Line[], lines: readonly Line[]): number {
  const rows = textRowsOf(table).filter((row) => row.length > 1);
  const columns = columnsOf(rows.flat()) ?? [];
  return lines.filter((line) => reachesOver(line, columns)).length / Math.max(1, lines.length);
}

/** From left to right, exclusive of `to`. */
interface Column {
  readonly from: number;
  readonly to: number;
}

/** Columns are what the narrow cells leave free between them; undefined when there is only one, or too much reaches over them. */
function columnsOf(cells: readonly Line[]): Column[] | undefined {
  let columns: Column[] = [];
  const narrowFirst = cells.filter(({ text }) => !CURRENCY.test(text)).toSorted((a, b) => a.box.width - b.box.width);
  for (const { box } of narrowFirst) {
    const touched = columns.filter((column) => overlaps(column, box));
    // A cell that would weld columns together reaches over them; it makes none.
    if (touched.length > 1) continue;
    const ends = [...touched, { from: box.left, to: box.left + box.width }];
    const grown = { from: Math.min(...ends.map(({ from }) => from)), to: Math.max(...ends.map(({ to }) => to)) };
    columns = [...columns.filter((column) => !touched.includes(column)), grown];
  }
  columns.sort((a, b) => a.from - b.from);
  const spanning = cells.filter((cell) => reachesOver(cell, columns));
  if (columns.length < 2 || spanning.length > SPANNING_AT_MOST * cells.length) return undefined;
  return columns;
}

/** Whether a line stands in several columns and cannot be divided between its words: one of them fills the space between two. */
function reachesOver({ box, words }: Line, columns: readonly Column[]): boolean {
  const over = columns.filter((column) => overlaps(column, box));
  return over.slice(1).some(({ from }, index) => {
    const to = over[index]?.to ?? from;
    const inset = Math.min(TOLERANCE * box.height, (from - to) / 2);
    const space = { left: to + inset, width: from - to - 2 * inset };
    return words.some(
      (word) => word.box.left <= space.left + space.width && word.box.left + word.box.width >= space.left,
    );
  });
}

function overlaps({ from, to }: Column, { left, width }: Box): boolean {
  return left < to && from < left + width;
}

/** A row whose cells all go on in the middle of a sentence, under text, is the next line of the cells above. */
function joinContinued(rows: readonly (readonly Cell[])[]): Cell[][] {
  const joined: Cell[][] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const goesOn = (cell: Cell, index: number) => /^\p{Ll}/u.test(textOf(cell)) && textOf(above?.[index] ?? []) !== '';
    const isNext = textOf(row[0] ?? []) === '' && row.every((cell, index) => cell.length === 0 || goesOn(cell, index));
    if (above === undefined || !isNext) joined.push([...row]);
    else joined[joined.length - 1] = above.map((cell, index) => cell.concat(row[index] ?? []));
  }
  return joined;
}

function cellsOf(row: readonly Line[], columns: readonly Column[]): (Line | Word)[][] {
  const cells: (Line | Word)[][] = columns.map(() => []);
  const put = (box: Box, part: Line | Word) =>
    cells[CURRENCY.test(part.text) ? next(columns, box) : nearest(columns, box)]?.push(part);
  for (const line of row) {
    const over = columns.filter((column) => overlaps(column, line.box));
    // Cells that stand close are recognised as one line; its words say where each belongs. A heading of the table is one.
    if (over.length > 1 && row.length > 1) for (const word of line.words) put(word.box, word);
    else put((line.words[0] ?? line).box, line);
  }
  return cells;
}

/** The index of the column that a sign stands before, the last one for what stands behind all. */
function next(columns: readonly Column[], { left, width }: Box): number {
  const index = columns.findIndex(({ to }) => to > left + width);
  return index < 0 ? columns.length - 1 : index;
}

/** The index of the column that the middle of a box stands in, or nearest to. */
function nearest(columns: readonly Column[], { left, width }: Box): number {
  const middle = left + width / 2;
  const distances = columns.map(({ from, to }) => Math.max(from - middle, middle - to, 0));
  return distances.indexOf(Math.min(...distances));
}
