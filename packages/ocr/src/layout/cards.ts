import { medianHeight, middleOf, type PlacedLine } from './placed-line.ts';
import { rowsOf } from './rows.ts';

/** White space of more than this many heights, all across, stands over and under a row of cards. */
const WHITE_SPACE = 1;
/** Cards stand at least this many heights apart. */
const APART = 1;
/** So few lines stand on a card: more are a table. */
const LINES_AT_MOST = 8;
/** The lines of a card are centred over each other within this many heights; their beginnings differ by more. */
const CENTRED = 0.6;
/** The first lines of cards beside each other stand level within this many heights. */
const LEVEL = 0.5;
/** From this share of its letters and digits on, a text is a number. */
const NUMBER = 0.6;

/**
 * Divides lines that are read row by row where some of them stand on cards beside each other: names and offices of a chart, authors
 * under a title. Centred lines in a few tight rows are such, unless numbers stand under each other as in a table. Each card is a
 * part; undefined when there are none.
 */
export function cardsOf(lines: readonly PlacedLine[]): PlacedLine[][] | undefined {
  const bands = bandsOf(lines).map((band) => ({ band, columns: columnsOf(band) }));
  if (!bands.some(({ columns }) => areCards(columns))) return undefined;
  const parts: PlacedLine[][] = [[]];
  for (const { band, columns } of bands) {
    if (areCards(columns)) parts.push(...columns, []);
    else parts.at(-1)?.push(...band);
  }
  return parts.filter((part) => part.length > 0);
}

function bandsOf(lines: readonly PlacedLine[]): PlacedLine[][] {
  const space = WHITE_SPACE * medianHeight(lines);
  return dividedAt(lines, 'top', 'bottom', space);
}

function columnsOf(band: readonly PlacedLine[]): PlacedLine[][] {
  return dividedAt(band, 'left', 'right', APART * medianHeight(band));
}

/** Divides where more than `space` is between what ends before and what begins after. */
function dividedAt(
  lines: readonly PlacedLine[],
  from: 'top' | 'left',
  to: 'bottom' | 'right',
  space: number,
): PlacedLine[][] {
  const parts: PlacedLine[][] = [];
  let end = -Infinity;
  for (const line of lines.toSorted((a, b) => a[from] - b[from])) {
    const part = parts.at(-1);
    if (part === undefined || line[from] - end > space) parts.push([line]);
    else part.push(line);
    end = Math.max(end, line[to]);
  }
  return parts;
}

function areCards(columns: readonly PlacedLine[][]): boolean {
  if (columns.length < 2 || !columns.every(isCentred)) return false;
  const height = medianHeight(columns.flat());
  const tops = columns.map((column) => Math.min(...column.map(middleOf)));
  if (Math.max(...tops) - Math.min(...tops) > LEVEL * height) return false;
  const isRagged = new Set(columns.map((column) => column.length)).size > 1;
  return !columns.some(hasNumbers) && (isRagged || haveOneSortPerRow(columns.flat()));
}

function isCentred(column: readonly PlacedLine[]): boolean {
  if (column.length < 2 || column.length > LINES_AT_MOST) return false;
  const off = CENTRED * medianHeight(column);
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return (
    spread(column.map((line) => line.left + line.right)) <= 2 * off && spread(column.map(({ left }) => left)) > off
  );
}

/** Whether a number stands under a number, as they do in a table. */
function hasNumbers(column: readonly PlacedLine[]): boolean {
  return column.filter(({ line }) => sortOf(line.text) === 'number').length > 1;
}

/** Names stand beside names and dates beside dates, but different things under each other: in a table it is the other way. */
function haveOneSortPerRow(lines: readonly PlacedLine[]): boolean {
  const rows = rowsOf(lines).map((row) => new Set(row.map(({ line }) => sortOf(line.text))));
  return rows.every((sorts) => sorts.size === 1) && new Set(lines.map(({ line }) => sortOf(line.text))).size > 1;
}

function sortOf(text: string): 'number' | 'mixed' | 'letters' {
  const digits = text.replace(/\P{N}/gu, '').length;
  if (digits === 0) return 'letters';
  return digits >= NUMBER * text.replace(/[^\p{L}\p{N}]/gu, '').length ? 'number' : 'mixed';
}
