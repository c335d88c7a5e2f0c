import { describe, expect, test } from 'vitest';
import type { Line } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { lineAt } from '../testing/lines.ts';
import { blocksOf } from './blocks.ts';
import { tableGridOf } from './table-grid.ts';

/** Rows of cells, 250 pixels and 30 pixels apart; an empty text is no cell. */
function cells(rows: readonly (readonly string[])[], top = 50): Line[] {
  return rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      text === '' ? [] : [lineAt(text, { left: 50 + 250 * column, top: top + 30 * index })],
    ),
  );
}

const prices = [
  ['Item', 'Price', 'Sum'],
  ['Paper', '4.50', '9.00'],
  ['Ink', '', '12.00'],
];

describe('the grid', () => {
  test('has a cell for each column in each row, empty where nothing stands', () => {
    expect(tableGridOf(cells(prices))).toEqual(prices);
  });

  test('a line that two cells were recognised as is divided by its words', () => {
    const joined = { ...lineAt('4.50 9.00', { left: 300, top: 80 }) };
    const [left, right] = [lineAt('4.50', { left: 300, top: 80 }), lineAt('9.00', { left: 550, top: 80 })];
    const words = [...left.words, ...right.words];
    const line = { ...joined, words, box: unionOf(words.map(({ box }) => box)) };
    const lines = [...cells([['Item', 'Price', 'Sum']]), ...cells([['Paper']], 80), line];
    expect(tableGridOf([...lines, ...cells(prices.slice(1), 110)])?.[1]).toEqual(['Paper', '4.50', '9.00']);
  });

  test('a heading within it is the first cell of its row', () => {
    const lines = [...cells(prices), ...cells([['Totals of all of it, over two columns']], 140), ...cells(prices, 170)];
    expect(tableGridOf(lines)?.[3]).toEqual(['Totals of all of it, over two columns', '', '']);
  });

  test('text, two rows of a form, and numbered lines are none', () => {
    expect(tableGridOf(cells([['one line'], ['and another'], ['and one more']]))).toBeUndefined();
    expect(tableGridOf(cells(prices.slice(0, 2)))).toBeUndefined();
    const numbered = ['so it goes', 'on and on', 'to the end'].map((text, index) => [`${index + 1}`, text]);
    expect(tableGridOf(cells(numbered))).toBeUndefined();
  });
});

describe('blocks', () => {
  test('of cells are tables, text is left without a kind', () => {
    const text = [lineAt('Delivered in May, and paid for', { left: 50, top: 300 })];
    expect(blocksOf([...cells(prices), ...text]).map(({ kind }) => kind)).toEqual(['table', undefined]);
  });

  test('with the same columns are one table, however wide the space between them', () => {
    const blocks = blocksOf([...cells(prices), ...cells(prices.slice(1), 200), ...cells(prices, 330)]);
    expect(blocks).toHaveLength(1);
    expect(tableGridOf(blocks[0]?.lines ?? [])).toEqual([...prices, ...prices.slice(1), ...prices]);
  });

  test('a caption is not part of the table under it', () => {
    const caption = lineAt('TABLE I: what was bought', { left: 50, top: 50 });
    expect(blocksOf([caption, ...cells(prices, 120)]).map(({ kind }) => kind)).toEqual([undefined, 'table']);
  });
});

describe('headings', () => {
  const text = [130, 155, 180].map((top) => lineAt('and so the running text goes on', { left: 50, top }));
  const kindsWith = (first: Line) => blocksOf([first, ...text]).map(({ kind }) => kind);

  test('stand out by the size of their letters, and are blocks of their own', () => {
    expect(kindsWith(lineAt('Of Paper', { left: 50, top: 100, height: 28 }))).toEqual(['heading', undefined]);
  });

  test('are not as high only: a box that reaches too far is no heading', () => {
    const line = lineAt('Of Paper', { left: 50, top: 105 });
    const high = {
      ...line,
      words: line.words.map((word) => Object.assign({}, word, { box: { ...word.box, height: 30 } })),
    };
    expect(kindsWith(high)).toEqual([undefined]);
  });

  test('have a word, and fewer than 100 characters', () => {
    expect(kindsWith(lineAt('36.00', { left: 50, top: 100, height: 28 }))).toEqual([undefined]);
  });
});
