import { describe, expect, test } from 'vitest';
import { documentOf, lineAt } from '../testing/lines.ts';
import { baseOf, laidRowsOf, spreadOf } from './laid-row.ts';
import { fontSizeOf, laidRegionsOf } from './laid-region.ts';
import { BLANK, HYPHEN_AT_END, laidTextOf } from './laid-text.ts';
import type { Line, Page } from '../document.ts';

function pageOf(...lines: Line[]): Page {
  const [page] = documentOf(lines).pages;
  if (page === undefined) throw new Error('A document without a page');
  return page;
}

const rowsOf = (...lines: Line[]) => laidRowsOf(pageOf(...lines));
const textsOf = (page: Page) => laidTextOf(page).map(({ text }) => text);

describe('rows', () => {
  test('a straight row has its words on one baseline, a fifth of their height above their lower edge', () => {
    const [row] = rowsOf(lineAt('eight words on one line of the page', { left: 50, top: 50 }));
    expect(row).toMatchObject({ left: 50, height: 20, base: 66 });
    expect(row === undefined ? 1 : spreadOf(row)).toBe(0);
  });

  test('a row that falls by one height still has one; by two, its ends come as near as their boxes reach', () => {
    const text = 'eight words on one line of the page';
    const spread = (slope: number) => rowsOf(lineAt(text, { left: 0, top: 50, slope })).map(spreadOf);
    expect(spread(0.06)).toEqual([0]);
    expect(spread(0.12)[0]).toBeLessThan(10);
    expect(baseOf({ left: 0, top: 50, width: 9, height: 20 }, 100)).toBe(77);
  });

  test('what is read on to the right at the same height is one row, in which nothing else may stand', () => {
    const [total, amount] = [lineAt('Total', { left: 50, top: 50 }), lineAt('36.00', { left: 500, top: 62 })];
    expect(rowsOf(total, amount)).toHaveLength(1);
    expect(rowsOf(total, amount, lineAt('aside', { left: 300, top: 56 }))).toHaveLength(3);
    expect(rowsOf(amount, total)).toHaveLength(2);
  });

  test('words that run to the left stand as they are seen', () => {
    const line = lineAt('שלום עולם', { left: 50, top: 50 });
    const [first, second] = line.words;
    if (first === undefined || second === undefined) throw new Error('Two words were asked for');
    const words = [
      { ...first, box: second.box },
      { ...second, box: { ...first.box, width: second.box.width } },
    ];
    expect(rowsOf({ ...line, words })[0]?.words.map(({ text }) => text)).toEqual(['עולם', 'שלום']);
  });
});

describe('regions', () => {
  const column = (left: number, top: number, pitch: number, count = 6) =>
    Array.from({ length: count }, (_, index) => lineAt(`row number ${index}`, { left, top: top + pitch * index }));

  test('a page of one column is one; columns are one each, and what stands above them', () => {
    expect(laidRegionsOf(rowsOf(...column(50, 50, 30)))).toHaveLength(1);
    const title = lineAt('A title that stands over both of the columns', { left: 50, top: 20 });
    const regions = laidRegionsOf(rowsOf(title, ...column(50, 60, 30), ...column(400, 67, 34)));
    expect(regions.map(({ rows }) => rows.length)).toEqual([1, 6, 6]);
  });

  test('the font size makes one block of a region to poppler, and keeps its neighbours out', () => {
    const rows = rowsOf(...column(50, 50, 40), ...column(240, 57, 44));
    const regions = laidRegionsOf(rows);
    const sizes = regions.map((region, index) => fontSizeOf(region, index, rows));
    // Pitch under 1.5 and over 0.5 font sizes, the gutter over 1.
    expect(sizes[0]).toBeGreaterThan(40 / 1.5);
    expect(sizes[0]).toBeLessThan(240 - (50 + 120));
    expect(Math.abs((sizes[0] ?? 0) - (sizes[1] ?? 0)) / (sizes[0] ?? 1)).toBeGreaterThan(0.05);
  });

  test('the font size is small enough for the narrowest letters not to be taken for one printed twice', () => {
    const rows = rowsOf(
      lineAt('wide letters', { left: 50, top: 50, height: 40 }),
      lineAt('0000', { left: 50, top: 180, height: 5 }),
    );
    const [region] = laidRegionsOf(rows);
    expect(region?.rows).toHaveLength(2);
    expect(region === undefined ? Infinity : fontSizeOf(region, 0, rows)).toBeLessThan(10 * 2.5);
  });
});

describe('pieces', () => {
  test('words lie on their boxes', () => {
    const line = lineAt('Dear Mrs. Okonkwo,', { left: 80, top: 60 });
    const pieces = laidTextOf(pageOf(line));
    expect(pieces.map(({ text, left, right, top, bottom }) => ({ text, left, right, top, bottom }))).toEqual(
      line.words.map(({ text, box: { left, top, width, height } }) => ({
        text,
        left,
        right: left + width,
        top,
        bottom: top + height,
      })),
    );
  });

  test('a blank bridges a wide gap, and a wide space between rows beside a column; hyphens at line ends are marked', () => {
    const rows = [lineAt('Total', { left: 50, top: 50 }), lineAt('36.00', { left: 500, top: 50 })];
    expect(textsOf(pageOf(...rows))).toEqual(['Total', BLANK, '36.00']);
    const apart = [lineAt('one', { left: 50, top: 50 }), lineAt('two', { left: 50, top: 110 })];
    expect(textsOf(pageOf(...apart))).toEqual(['one', 'two']);
    // Beside another column, that would be two blocks, and the column might be read between them.
    const beside = [lineAt('a column', { left: 300, top: 60 }), lineAt('of text', { left: 300, top: 90 })];
    expect(textsOf(pageOf(...apart, ...beside)).slice(0, 4)).toEqual(['one', BLANK, BLANK, 'two']);
    expect(textsOf(pageOf(lineAt('well-kept har-', { left: 50, top: 50 })))).toEqual([
      'well-kept',
      `har${HYPHEN_AT_END}`,
    ]);
  });

  test('a word that was read too long is written smaller, and the others of its region are not', () => {
    const rows = [
      lineAt('the first row of text', { left: 50, top: 50 }),
      lineAt('dotted row', { left: 50, top: 80 }),
      lineAt('the last row of text', { left: 50, top: 110 }),
    ];
    const usual = laidTextOf(pageOf(...rows)).map(({ fontSize }) => fontSize);
    const dotted = rows.map((row, index) => ({
      ...row,
      words: row.words.map((word) =>
        index === 1 && word.text === 'dotted' ? { ...word, text: 'w'.repeat(60) } : word,
      ),
    }));
    const sizes = laidTextOf(pageOf(...dotted)).map(({ fontSize }) => fontSize);
    expect(sizes[5]).toBeLessThan(0.6 * (usual[5] ?? 0));
    expect(sizes.toSpliced(5, 1)).toEqual(usual.toSpliced(5, 1));
    const [alone] = laidTextOf(pageOf({ ...rows[1], words: dotted[1]?.words.slice(0, 1) } as Line));
    expect(alone?.fontSize).toBeLessThan(20);
  });

  test('words that touch or overlap stand apart, in their order', () => {
    const line = lineAt('T TAX', { left: 50, top: 50 });
    const words = line.words.map((word) => ({ ...word, box: { ...word.box, left: 50 } }));
    const [first, second] = laidTextOf(pageOf({ ...line, words }));
    expect(first?.text).toBe('T');
    expect((second?.left ?? 0) - (first?.right ?? 0)).toBeGreaterThan(2);
    expect(second?.right).toBeGreaterThan(second?.left ?? 0);
  });

  test('nothing is laid for what no file can hold', () => {
    expect(textsOf(pageOf(lineAt('a\u0000b \uD800', { left: 50, top: 50 })))).toEqual(['ab']);
  });
});
