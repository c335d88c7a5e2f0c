import type { Block, Box, Line, Page, Word } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { tableCellsOf } from '../layout/table-grid.ts';
import { geometryOf, percentage, related, type TextractBlock } from './textract-block.ts';

/**
 * A table as Textract gives it: the TABLE block, then its CELL blocks row by row, the empty ones among them, which have the words
 * of the page for children. Nothing when the lines of the block are no table after all.
 *
 * @param ids The id of each word; of each line that was not divided into words.
 */
export function blocksOfTable(
  { box, lines }: Block,
  page: Page,
  ids: ReadonlyMap<Word, string>,
  nextId: () => string,
): TextractBlock[] {
  const grid = tableCellsOf(lines)?.map((row) => row.map((cell) => cell.flatMap(wordsOf)));
  if (grid === undefined) return [];
  const Id = nextId();
  const cells = grid.flatMap((row, rowIndex) =>
    row.map((words, columnIndex): TextractBlock => {
      const column = grid.flatMap((other) => other[columnIndex] ?? []);
      return {
        BlockType: 'CELL',
        Confidence: meanPercentage(words),
        RowIndex: rowIndex + 1,
        ColumnIndex: columnIndex + 1,
        RowSpan: 1,
        ColumnSpan: 1,
        Geometry: geometryOf(words.length > 0 ? aroundAll(words) : crossing(row.flat(), column, box), page),
        Id: nextId(),
        ...related(words.map((word) => ({ Id: ids.get(word) ?? '' }))),
        Page: page.number,
      };
    }),
  );
  const Confidence = meanPercentage(grid.flat(2));
  return [
    { BlockType: 'TABLE', Confidence, Geometry: geometryOf(box, page), Id, ...related(cells), Page: page.number },
    ...cells,
  ];
}

function wordsOf(part: Line | Word): readonly Word[] {
  return 'words' in part && part.words.length > 0 ? part.words : [part];
}

function aroundAll(words: readonly Word[]): Box {
  return unionOf(words.map(({ box }) => box));
}

/** Where an empty cell lies: where the words of its row and those of its column cross. */
function crossing(row: readonly Word[], column: readonly Word[], table: Box): Box {
  const { top, height } = row.length > 0 ? aroundAll(row) : table;
  const { left, width } = column.length > 0 ? aroundAll(column) : table;
  return { left, top, width, height };
}

/** Of an empty cell 100: that nothing stands there is all that is said. */
function meanPercentage(words: readonly Word[]): number {
  const sum = words.reduce((total, { confidence }) => total + confidence, 0);
  return percentage(words.length === 0 ? 1 : sum / words.length);
}
