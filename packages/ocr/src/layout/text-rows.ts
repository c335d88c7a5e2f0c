import type { Line } from '../document.ts';

/** Lines stand in one row when they share at least this much of the lower one's height. */
const SHARED_HEIGHT = 0.5;

/** The lines of a block, in reading order, as rows of the page. */
export function textRowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row !== undefined && last !== undefined && continuesRow(last, line)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** Neighbouring words are compared, not lines: on a skewed page the far ends of a row differ by more than a line. */
function continuesRow(before: Line, line: Line): boolean {
  const last = (before.words.at(-1) ?? before).box;
  const first = (line.words[0] ?? line).box;
  const shared = Math.min(last.top + last.height, first.top + first.height) - Math.max(last.top, first.top);
  return first.left > last.left && shared >= SHARED_HEIGHT * Math.min(last.height, first.height);
}
