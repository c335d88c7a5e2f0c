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

  test('cells that most rows were recognised together with are divided, too, where a row shows the columns', () => {
    const together = (date: string, what: string, top: number): Line => {
      const words = [lineAt(date, { left: 50, top }), lineAt(what, { left: 160, top })].flatMap((line) => line.words);
      return { text: `${date} ${what}`, confidence: 0.9, box: unionOf(words.map(({ box }) => box)), words };
    };
    const sums = ['1.00', '2.00', '3.00'].map((text, index) => lineAt(text, { left: 400, top: 50 + 30 * index }));
    const [first, second, third] = sums as [Line, Line, Line];
    const apart = [lineAt('31Jul18', { left: 50, top: 50 }), lineAt('Balance', { left: 160, top: 50 }), first];
    const lines = [...apart, together('01Aug18', 'Cheque', 80), second, together('02Aug18', 'Cheque', 110), third];
    expect(tableGridOf(lines)).toEqual([
      ['31Jul18', 'Balance', '1.00'],
      ['01Aug18', 'Cheque', '2.00'],
      ['02Aug18', 'Cheque', '3.00'],
    ]);
  });

  test('a sign of currency that stands apart is in the cell of the number behind it', () => {
    const [item, price, sum] = cells([['Ink', '4.50', '9.00']], 80) as [Line, Line, Line];
    const [first, second] = [245, 495].map((left) => lineAt('$', { left, top: 80 })) as [Line, Line];
    const row = [item, first, price, second, sum];
    const lines = [...cells(prices.slice(0, 1)), ...row, ...cells([['Paper', '4.50', '9.00']], 110)];
    expect(tableGridOf(lines)).toEqual([prices[0], ['Ink', '$ 4.50', '$ 9.00'], ['Paper', '4.50', '9.00']]);
  });

  test('what goes on in the next line is in the cell above it', () => {
    const rows = [...prices, ['', 'for each', ''], ['Pens', '1.00', 'of each']];
    expect(tableGridOf(cells(rows))).toEqual([
      ...prices.slice(0, 2),
      ['Ink', '', '12.00'],
      ['', 'for each', ''],
      rows[4],
    ]);
    const under = cells([
      ['Item', 'Meaning'],
      ['Ink', 'what one'],
      ['', 'writes with'],
      ['Pen', 'a tool'],
    ]);
    expect(tableGridOf(under)).toEqual([
      ['Item', 'Meaning'],
      ['Ink', 'what one writes with'],
      ['Pen', 'a tool'],
    ]);
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

  test('a caption and notes are no part of the table, however near they stand', () => {
    const caption = lineAt('TABLE I', { left: 50, top: 20 });
    const notes = lineAt('Source: what the reports of the company say', { left: 50, top: 140 });
    const blocks = blocksOf([caption, ...cells(prices), notes]);
    expect(blocks.map(({ kind }) => kind)).toEqual([undefined, 'table', undefined]);
  });

  test('the foot of a page, which reaches over columns, is no row of the table over it', () => {
    const foot = [
      lineAt('Confidential', { left: 50, top: 270 }),
      lineAt('https://www.example.org/documents', { left: 250, top: 270 }),
    ];
    expect(blocksOf([...cells([...prices, ...prices]), ...foot]).map(({ kind }) => kind)).toEqual(['table', undefined]);
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
