import { type ApiResponsePage, TextractDocument } from 'amazon-textract-response-parser';
import { describe, expect, test } from 'vitest';
import { HOSTILE_WORDS, RICH_TABLE, richDocument } from '../testing/documents.ts';
import { toTextract } from './textract.ts';

// Amazon's own parser of its answers, as its customers use it.

const read = (): TextractDocument =>
  new TextractDocument(JSON.parse(toTextract(richDocument())) as unknown as ApiResponsePage);

describe("Amazon's parser of Textract's JSON finds", () => {
  test('pages, lines and words, in their order', () => {
    const document = read();
    // A page that could not be read has no blocks: it is named in the warnings.
    expect(document.nPages).toBe(2);
    const lines = document.pageNumber(2).listLines();
    expect(lines.map(({ text }) => text)).toEqual(HOSTILE_WORDS);
    expect(
      lines.map((line) =>
        line
          .listWords()
          .map(({ text }) => text)
          .join(' '),
      ),
    ).toEqual(HOSTILE_WORDS);
    expect(document.pageNumber(1).text).toContain('Of Paper\nTotal of 2');
  });

  test('tables, with every cell where it stands', () => {
    const tables = read().pageNumber(1).listTables();
    const cells = tables.map((table) =>
      table.listRows().map((row) => [...row.iterCells()].map(({ text }) => text.trim())),
    );
    expect(cells).toEqual([RICH_TABLE]);
  });

  test('cells within their table, empty ones too', () => {
    const [table] = read().pageNumber(1).listTables();
    if (table === undefined) throw new Error('A page without its table');
    const whole = table.geometry.boundingBox;
    for (const { geometry } of table.cellsAt(null, null)) {
      const { left, right, top, bottom } = geometry.boundingBox;
      expect(left).toBeGreaterThanOrEqual(whole.left - 1e-6);
      expect(right).toBeLessThanOrEqual(whole.right + 1e-6);
      expect(top).toBeGreaterThanOrEqual(whole.top - 1e-6);
      expect(bottom).toBeLessThanOrEqual(whole.bottom + 1e-6);
      expect(right).toBeGreaterThan(left);
    }
  });
});

test('every id is named once, and every child is there', () => {
  const { Blocks: blocks } = JSON.parse(toTextract(richDocument())) as {
    Blocks: { Id: string; BlockType: string; Relationships?: { Ids: string[] }[] }[];
  };
  const ids = new Set(blocks.map(({ Id }) => Id));
  expect(ids.size).toBe(blocks.length);
  const children = blocks.flatMap(({ Relationships: relationships = [] }) => relationships.flatMap(({ Ids }) => Ids));
  expect(children.filter((id) => !ids.has(id))).toEqual([]);
  const ofCells = blocks
    .filter(({ BlockType }) => BlockType === 'CELL')
    .flatMap(({ Relationships: found = [] }) => found);
  expect(ofCells.flatMap(({ Ids }) => Ids)).toHaveLength(RICH_TABLE.flat().join(' ').split(' ').filter(Boolean).length);
});
