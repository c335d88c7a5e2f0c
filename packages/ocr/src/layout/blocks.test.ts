import { describe, expect, test } from 'vitest';
import type { Line } from '../document.ts';
import { lineAt } from '../testing/lines.ts';
import { blocksOf } from './blocks.ts';

const textsOf = (lines: readonly Line[]) => blocksOf(lines).map((block) => block.lines.map(({ text }) => text));

/** Lines of prose below each other, 30 pixels apart. */
function column(name: string, left: number, top: number, count: number, slope = 0): Line[] {
  return Array.from({ length: count }, (_, index) =>
    lineAt(`${name} ${index + 1} with some words`, { left, top: top + 30 * index, slope }),
  );
}

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name} ${index + 1} with some words`);

describe('rows', () => {
  test('run from top to bottom, whatever the order of the lines', () => {
    const [first, second, third] = column('line', 50, 50, 3) as [Line, Line, Line];
    expect(textsOf([third, first, second])).toEqual([numbered('line', 3)]);
  });

  test('run from left to right, and keep lines apart that stand far from each other', () => {
    const lines = [
      lineAt('36.00', { left: 500, top: 52 }),
      lineAt('Total', { left: 50, top: 50 }),
      lineAt('50.00', { left: 500, top: 80 }),
      lineAt('Cash', { left: 50, top: 81 }),
    ];
    expect(textsOf(lines)).toEqual([['Total', '36.00', 'Cash', '50.00']]);
  });

  test('join the parts of one line', () => {
    const [before, after] = [lineAt('one line', { left: 50, top: 50 }), lineAt('in two parts', { left: 140, top: 51 })];
    const blocks = blocksOf([after, before]);
    expect(blocks[0]?.lines).toHaveLength(1);
    expect(blocks[0]?.lines[0]).toMatchObject({
      text: 'one line in two parts',
      box: { left: 50, top: 50, height: 21 },
    });
    expect(blocks[0]?.lines[0]?.words.map(({ text }) => text)).toEqual(['one', 'line', 'in', 'two', 'parts']);
  });

  test('of a skewed page are still rows', () => {
    const slope = 0.05;
    const lines = [50, 80, 110].flatMap((top, row) => [
      lineAt(`row ${row} on the left side`, { left: 50, top, slope }),
      lineAt(`row ${row} on the right`, { left: 700, top, slope }),
    ]);
    expect(textsOf(lines.toReversed()).flat()).toEqual(
      [0, 1, 2].flatMap((row) => [`row ${row} on the left side`, `row ${row} on the right`]),
    );
  });
});

describe('blocks', () => {
  test('end where the white space is wider than usual', () => {
    expect(textsOf([...column('one', 50, 50, 3), ...column('two', 50, 165, 2)])).toEqual([
      numbered('one', 3),
      numbered('two', 2),
    ]);
  });

  test('do not end at each line of a widely spaced page', () => {
    const lines = [0, 1, 2, 3].map((index) => lineAt(`double spaced ${index}`, { left: 50, top: 50 + 60 * index }));
    expect(textsOf(lines)).toHaveLength(1);
  });

  test('end between rows that stand far apart, however few they are', () => {
    const apart = (count: number) =>
      Array.from({ length: count }, (_, index) => lineAt(`alone ${index}`, { left: 50, top: 50 + 90 * index }));
    expect(textsOf(apart(2))).toEqual([['alone 0'], ['alone 1']]);
    expect(textsOf(apart(5))).toHaveLength(5);
  });

  test('reach around their lines', () => {
    const [block] = blocksOf([lineAt('abcd', { left: 50, top: 50 }), lineAt('ab', { left: 40, top: 75 })]);
    expect(block?.box).toEqual({ left: 40, top: 50, width: 50, height: 45 });
  });

  test('a page without lines has none', () => {
    expect(blocksOf([])).toEqual([]);
  });
});

describe('columns of text', () => {
  const left = column('left', 50, 200, 6);
  const right = column('right', 450, 205, 6);

  test('are read one after the other', () => {
    expect(textsOf([...right, ...left])).toEqual([numbered('left', 6), numbered('right', 6)]);
  });

  test('are read after the title over them', () => {
    const title = lineAt('A title that reaches over both of the columns', { left: 50, top: 100, height: 30 });
    expect(textsOf([...left, ...right, title])).toEqual([[title.text], numbered('left', 6), numbered('right', 6)]);
  });

  test('are divided by a line across them', () => {
    const across = lineAt('A line of text across both columns of the page', { left: 50, top: 420 });
    const lower = [...column('lower left', 50, 500, 5), ...column('lower right', 450, 500, 5)];
    expect(textsOf([...lower, across, ...left, ...right])).toEqual([
      numbered('left', 6),
      numbered('right', 6),
      [across.text],
      numbered('lower left', 5),
      numbered('lower right', 5),
    ]);
  });

  test('of a skewed page are found, too', () => {
    const slope = 0.03;
    const lines = [...column('left', 50, 200, 6, slope), ...column('right', 450, 205, 6, slope)];
    expect(textsOf(lines)).toEqual([numbered('left', 6), numbered('right', 6)]);
  });

  test('a sidebar of short lines is read apart from the text beside it', () => {
    const text = Array.from({ length: 8 }, (_, index) =>
      lineAt(`running text of the article, line ${index + 1}`, { left: 300, top: 213 + 30 * index }),
    );
    const sidebar = ['Price', 'Range', 'Volume', 'Rating', 'Target'].map((label, index) =>
      lineAt(label, { left: 50, top: 205 + 38 * index }),
    );
    expect(textsOf([...text, ...sidebar])).toEqual([sidebar.map((line) => line.text), text.map((line) => line.text)]);
  });

  test('a table under one of them is read with it, however wide the space over it', () => {
    const prose = (name: string, at: number) =>
      Array.from({ length: 6 }, (_, index) =>
        lineAt(`${name} column of running text, ${index}`, { left: at, top: 200 + 30 * index }),
      );
    const table = Array.from({ length: 12 }, (_, index) =>
      lineAt(`cell ${index}`, { left: 50 + 130 * (index % 3), top: 450 + 30 * Math.trunc(index / 3) }),
    );
    const caption = lineAt('A figure', { left: 500, top: 470 });
    const texts = textsOf([...prose('right', 500), ...table, caption, ...prose('left', 50)]).flat();
    expect(texts.slice(5, 8)).toEqual(['left column of running text, 5', 'cell 0', 'cell 1']);
    expect(texts.slice(-2)).toEqual(['right column of running text, 5', 'A figure']);
  });

  test('what describes the entries beside it is read with them', () => {
    const rows = Array.from({ length: 8 }, (_, index) => [
      lineAt(`NAME${index}`, { left: 50, top: 200 + 30 * index }),
      lineAt(`what the variable number ${index} stands for`, { left: 300, top: 200 + 30 * index }),
    ]);
    expect(textsOf(rows.flat()).flat().slice(0, 3)).toEqual([
      'NAME0',
      'what the variable number 0 stands for',
      'NAME1',
    ]);
  });

  test('numbers of lines stay with their lines', () => {
    const numberedLines = (at: number, name: string) =>
      Array.from({ length: 8 }, (_, index) => [
        lineAt(`${index + 1}`, { left: at, top: 200 + 30 * index }),
        lineAt(`${name} of the transcript line ${index + 1}`, { left: at + 60, top: 200 + 30 * index }),
      ]).flat();
    const texts = textsOf([...numberedLines(50, 'left half'), ...numberedLines(475, 'right half')]).flat();
    expect(texts.slice(0, 3)).toEqual(['1', 'left half of the transcript line 1', '2']);
    expect(texts.slice(16, 18)).toEqual(['1', 'right half of the transcript line 1']);
  });

  test('are read after the letterhead over them, which is read by rows, and before the foot', () => {
    const prose = (name: string, at: number) =>
      Array.from({ length: 6 }, (_, index) =>
        lineAt(`${name} column of running text, ${index}`, { left: at, top: 200 + 30 * index }),
      );
    const head = [lineAt('Journal of Trials', { left: 50, top: 60 }), lineAt('May 2020', { left: 500, top: 60 })];
    const foot = [lineAt('Volume 7', { left: 50, top: 460 }), lineAt('Page 3', { left: 500, top: 460 })];
    const texts = textsOf([...foot, ...prose('right', 500), ...prose('left', 50), ...head]).flat();
    expect(texts.slice(0, 3)).toEqual(['Journal of Trials', 'May 2020', 'left column of running text, 0']);
    expect(texts.slice(-3)).toEqual(['right column of running text, 5', 'Volume 7', 'Page 3']);
  });

  test('a table, whose cells are short, is read by rows', () => {
    const cells = [0, 1, 2, 3, 4, 5].flatMap((row) =>
      ['Item', 'Price', 'Sum'].map((name, index) =>
        lineAt(`${name} ${row}`, { left: 50 + 250 * index, top: 50 + 30 * row }),
      ),
    );
    expect(textsOf(cells).flat().slice(0, 4)).toEqual(['Item 0', 'Price 0', 'Sum 0', 'Item 1']);
  });
});
