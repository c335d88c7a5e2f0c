import { describe, expect, test } from 'vitest';
import type { Line } from '../document.ts';
import { lineAt } from '../testing/lines.ts';
import { blocksOf } from './blocks.ts';

/** Lines below each other, centred about a middle: one card. */
function card(lines: readonly string[], middle: number, top: number, slope = 0): Line[] {
  return lines.map((text, index) => lineAt(text, { left: middle - text.length * 5, top: top + 26 * index, slope }));
}

const textsOf = (lines: readonly Line[]) => blocksOf(lines).map((block) => block.lines.map(({ text }) => text));

const people = [
  ['Bo Hamilton (1923)', 'Field Sales', '4/9/2012'],
  ['Ann Lee (0316)', 'District Sales', '1/16/2012'],
  ['Christopher Clark (0729)', 'Field Sales', '11/2/2009'],
  ['Di Wu (12)', 'District Sales Manager', '8/8/2005'],
] as const;

describe('cards beside each other', () => {
  test.each([0, 0.04, -0.04])('are blocks, read one after the other, on a page of slope %f', (slope) => {
    const lines = people.flatMap((person, index) =>
      card(person, 200 + 400 * (index % 2), 100 + 200 * Math.trunc(index / 2), slope),
    );
    expect(textsOf(lines)).toEqual(people);
  });

  test('may hold different numbers of lines, as authors do', () => {
    const authors = [
      ['Ben Trovato', 'Institute for Clarity', 'Dublin, Ohio', 'ben@example.org'],
      ['Valerie Branger', 'Paris Laboratory', 'Rocquencourt'],
    ];
    expect(textsOf(authors.flatMap((author, index) => card(author, 200 + 400 * index, 100)))).toEqual(authors);
  });
});

describe('no cards are', () => {
  const readingOf = (lines: readonly Line[]) => textsOf(lines).flat();

  test.each([
    [
      'columns with numbers under each other',
      [
        ['Year', '2011', '10 200'],
        ['Sales of paper', '52', '7'],
      ],
    ],
    [
      'columns of a table of words',
      [
        ['Day', 'Monday', 'Wednesday'],
        ['Lesson', 'Latin', 'Mathematics'],
      ],
    ],
  ])('%s', (_, columns) => {
    const lines = columns.flatMap((column, index) => card(column, 200 + 400 * index, 100));
    expect(readingOf(lines)).toEqual(columns[0]?.flatMap((cell, row) => [cell, columns[1]?.[row]]));
  });

  test('labels and what stands beside them, which begin below each other', () => {
    const labels = ['Name', 'Telephone'].map((text, index) => lineAt(text, { left: 50, top: 100 + 26 * index }));
    const values = ['Ann Lee', '416 352'].map((text, index) => lineAt(text, { left: 300, top: 100 + 26 * index }));
    expect(readingOf([...labels, ...values])).toEqual(['Name', 'Ann Lee', 'Telephone', '416 352']);
  });
});
