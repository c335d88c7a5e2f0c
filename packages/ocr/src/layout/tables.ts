import type { Block } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { tableGridOf } from './table-grid.ts';
import { textRowsOf } from './text-rows.ts';

/** Names the tables among the blocks of a region, and makes one of neighbours that have the same columns. */
export function joinTables(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const whole = before === undefined ? undefined : together(before, block);
    if (whole === undefined) joined.push(isTable(block) ? { ...block, kind: 'table' } : block);
    else joined[joined.length - 1] = whole;
  }
  return joined;
}

function isTable(block: Block): boolean {
  return block.kind === undefined && tableGridOf(block.lines) !== undefined;
}

/** Two blocks as one table; undefined when they are none, or when one of them would lose columns by it. */
function together(before: Block, block: Block): Block | undefined {
  if (before.kind !== 'table' && !isTable(block)) return undefined;
  if (!isOfCells(before) || !isOfCells(block)) return undefined;
  const lines = [...before.lines, ...block.lines];
  const columns = tableGridOf(lines)?.[0]?.length ?? 0;
  if (columns < Math.max(columnsOf(before), columnsOf(block))) return undefined;
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
