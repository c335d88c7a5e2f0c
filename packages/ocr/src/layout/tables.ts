import type { Block, Line } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { shareReachingOver, tableGridOf } from './table-grid.ts';
import { textRowsOf } from './text-rows.ts';

/** Cells of a row that goes on with a table reach over its columns no more often than this: a page's foot does. */
const REACHING_OVER = 0.3;

/** Names the tables among the blocks of a region, and makes one of neighbours that have the same columns. */
export function joinTables(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const whole = before === undefined ? undefined : together(before, block);
    if (whole === undefined) joined.push(...(isTable(block) ? withoutCaptions(block) : [block]));
    else joined[joined.length - 1] = whole;
  }
  return joined;
}

function isTable(block: Block): boolean {
  return block.kind === undefined && tableGridOf(block.lines) !== undefined;
}

/** A table, and as blocks of their own the lines over it, its caption, and those under it that reach over columns, its notes. */
function withoutCaptions(block: Block): Block[] {
  const rows = textRowsOf(block.lines);
  const isNote = (row: readonly Line[]) => row.length === 1 && shareReachingOver(block.lines, row) > 0;
  const first = rows.findIndex((row) => row.length > 1);
  const last = rows.findLastIndex((row) => !isNote(row));
  const blockOf = (part: readonly Line[][], kind: { kind?: 'table' }): Block[] => {
    const lines = part.flat();
    return lines.length === 0 ? [] : [{ ...kind, box: unionOf(lines.map(({ box }) => box)), lines }];
  };
  return [
    ...blockOf(rows.slice(0, first), {}),
    ...blockOf(rows.slice(first, last + 1), { kind: 'table' }),
    ...blockOf(rows.slice(last + 1), {}),
  ];
}

/** Two blocks as one table; undefined when they are none, or when one of them would lose columns by it. */
function together(before: Block, block: Block): Block | undefined {
  if (before.kind !== 'table' && !isTable(block)) return undefined;
  if (!isOfCells(before) || !isOfCells(block)) return undefined;
  const lines = [...before.lines, ...block.lines];
  const columns = tableGridOf(lines)?.[0]?.length ?? 0;
  if (columns < Math.max(columnsOf(before), columnsOf(block))) return undefined;
  const [table, other] = before.kind === 'table' ? [before, block] : [block, before];
  if (shareReachingOver(table.lines, other.lines) > REACHING_OVER) return undefined;
  return { kind: 'table', box: unionOf([before.box, block.box]), lines };
}

/** Whether most rows have several cells: a line of text over a table is its caption, not its first row. */
function isOfCells({ kind, lines }: Block): boolean {
  const rows = textRowsOf(lines);
  return kind !== 'heading' && rows.filter((row) => row.length > 1).length > rows.length / 2;
}

function columnsOf({ lines }: Block): number {
  return tableGridOf(lines)?.[0]?.length ?? Math.max(...textRowsOf(lines).map((row) => row.length));
}
