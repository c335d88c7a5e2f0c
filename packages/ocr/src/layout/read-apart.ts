import { isLineMark } from './line-marks.ts';
import { linesLevelWith } from './level-lines.ts';
import { middleOf, type PlacedLine } from './placed-line.ts';
import { charactersOf } from './running-text.ts';

/** Where running text makes up this share of both sides, they are columns, even on one grid of lines. */
const TEXT = 0.4;
/** So many lines of running text, beside as many of anything that stand in no rows with them, are a column. */
const TEXT_LINES = 3;
/** Lines of prose have at least this many characters on average; cells of a table or a form fewer. */
const PROSE = 18;
/** Two lines stand level when their tops, middles or bottoms differ by at most this share of the lower one's height. */
const LEVEL = 0.15;
/** From this share of level lines on, two sides are the rows of a table or a form. Beside each other by chance, a third are. */
const ROWS = 0.75;
/**
 * So many lines on each side, of which a smaller share than this is level, have rows of their own, whatever they say: two columns
 * of a questionnaire, of contents. Measured on 79 pages: at most 0.45 in columns, at least 0.6 in tables and receipts; in forms
 * whose entries were typed beside the line it is as little, but these have no more than 22 lines on a side.
 */
const MANY_LINES = 35;
const OWN_ROWS = 0.5;
/** From this share of lines that follow a number or a bullet on their row, those are the marks of the lines. */
const MARKED = 0.6;

/**
 * Whether what stands beside each other is read one after the other, as columns of text are, and not row by row. Both sides are
 * sorted by their middles.
 */
export function areReadApart(
  left: readonly PlacedLine[],
  right: readonly PlacedLine[],
  runningText: ReadonlySet<PlacedLine>,
): boolean {
  return areColumns(left, right, runningText) && !areMarked(left, right);
}

function areColumns(
  left: readonly PlacedLine[],
  right: readonly PlacedLine[],
  runningText: ReadonlySet<PlacedLine>,
): boolean {
  const [leftText, rightText] = [left, right].map((side) => side.filter((line) => runningText.has(line)));
  if (leftText === undefined || rightText === undefined) return false;
  if (isMostly(leftText, left) && isMostly(rightText, right)) return true;
  // Text beside anything else: a sidebar, a figure, a table. Unless it describes what stands on its rows.
  if (haveOwnRows(beside(leftText, right), left) || haveOwnRows(beside(rightText, left), right)) return true;
  const level = Math.max(shareLevel(left, right), shareLevel(right, left));
  if (Math.min(left.length, right.length) >= MANY_LINES && level < OWN_ROWS) return true;
  return isProse(left) && isProse(right) && level < ROWS;
}

function isMostly(text: readonly PlacedLine[], lines: readonly PlacedLine[]): boolean {
  return text.length >= TEXT_LINES && charactersOf(text) >= TEXT * charactersOf(lines);
}

function isProse(lines: readonly PlacedLine[]): boolean {
  return charactersOf(lines) >= PROSE * lines.length;
}

/** Those of the other side's lines that stand no higher and no lower than the text; none where there is little text. */
function beside(text: readonly PlacedLine[], lines: readonly PlacedLine[]): PlacedLine[] {
  if (text.length < TEXT_LINES) return [];
  const top = Math.min(...text.map((line) => line.top));
  const bottom = Math.max(...text.map((line) => line.bottom));
  return lines.filter((line) => middleOf(line) >= top && middleOf(line) <= bottom);
}

/** Whether there are a few lines, most of which stand in no row with the others. */
function haveOwnRows(lines: readonly PlacedLine[], others: readonly PlacedLine[]): boolean {
  return lines.length >= TEXT_LINES && shareLevel(lines, others) < ROWS;
}

function shareLevel(lines: readonly PlacedLine[], others: readonly PlacedLine[]): number {
  let level = 0;
  for (const line of lines) if (standsLevel(line, others)) level++;
  return level / Math.max(1, lines.length);
}

/** Asked for every line at every place where columns may begin; as a closure it would be compiled anew for each page. */
function standsLevel(line: PlacedLine, others: readonly PlacedLine[]): boolean {
  for (const other of linesLevelWith(others, line)) if (areLevel(line, other)) return true;
  return false;
}

function areLevel(a: PlacedLine, b: PlacedLine): boolean {
  const apart = Math.min(Math.abs(a.top - b.top), Math.abs(middleOf(a) - middleOf(b)), Math.abs(a.bottom - b.bottom));
  return apart <= LEVEL * Math.min(a.height, b.height);
}

/** Whether one side counts or points out the lines of the other: those marks belong to what they stand beside. */
function areMarked(left: readonly PlacedLine[], right: readonly PlacedLine[]): boolean {
  if (areMarksOf(left, right) || areMarksOf(right, left)) return true;
  const marked = right.filter((line) => {
    const [first, ...others] = linesLevelWith(left, line);
    if (first === undefined) return false;
    const nearest = others.reduce((last, other) => (other.right > last.right ? other : last), first);
    return isLineMark(nearest.line.text);
  });
  return marked.length >= MARKED * right.length;
}

/** Whether a margin holds little but marks, each on the row of a line: every fifth line has a number in an edition. */
function areMarksOf(margin: readonly PlacedLine[], lines: readonly PlacedLine[]): boolean {
  const marks = margin.filter((line) => isLineMark(line.line.text) && linesLevelWith(lines, line).length > 0);
  return marks.length >= MARKED * margin.length;
}
