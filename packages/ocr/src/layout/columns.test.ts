import { describe, expect, test } from 'vitest';
import type { Line } from '../document.ts';
import { lineAt, type LinePlace } from '../testing/lines.ts';
import { blocksOf } from './blocks.ts';

const readingOf = (lines: readonly Line[]) => blocksOf(lines).flatMap((block) => block.lines.map(({ text }) => text));

/** Lines of a paragraph, 26 pixels apart, the last one short; each begins in the middle of a sentence but the first. */
function paragraph(name: string, { left, top, slope = 0 }: LinePlace, count = 4): Line[] {
  return Array.from({ length: count }, (_, index) => {
    const text =
      index === count - 1
        ? `ends ${name}`
        : `${index === 0 ? 'Here' : 'then'} ${name} goes on with words, line ${index}`;
    return lineAt(text, { left, top: top + 26 * index, slope });
  });
}

const texts = (...lines: readonly Line[][]) => lines.flat().map(({ text }) => text);

describe.each([0, 0.05, -0.05])('on a page of slope %f', (slope) => {
  const at = (left: number, top: number, height = 20): LinePlace => ({ left, top, height, slope });

  test('columns of short paragraphs are read one after the other, whatever stands between the paragraphs', () => {
    const left = [
      ...paragraph('alpha', at(50, 200), 3),
      lineAt('Method', at(120, 320)),
      ...paragraph('beta', at(50, 370), 3),
      lineAt('Design', at(120, 480)),
      ...paragraph('gamma', at(50, 530), 3),
    ];
    const right = [
      lineAt('Figure 1', at(500, 205)),
      lineAt('0', at(530, 245)),
      lineAt('50', at(610, 245)),
      ...paragraph('delta', at(500, 330), 4),
      lineAt('Onset', at(500, 490)),
      lineAt('Coda', at(700, 490)),
      lineAt('100', at(500, 516)),
      lineAt('20', at(700, 516)),
    ];
    expect(readingOf([...right, ...left])).toEqual(texts(left, right));
  });

  test('a long abstract over columns is read first, however many lines reach over the gutter', () => {
    const abstract = Array.from({ length: 9 }, (_, index) =>
      lineAt(`the abstract of it all reaches over both of the columns, line ${index}`, at(50, 50 + 26 * index)),
    );
    const [left, right] = [paragraph('alpha', at(50, 330), 8), paragraph('beta', at(500, 335), 8)];
    expect(readingOf([...right, ...left, ...abstract])).toEqual(texts(abstract, left, right));
  });

  test('what reaches across between columns is read between them', () => {
    const upper = [paragraph('alpha', at(50, 50), 5), paragraph('beta', at(500, 57), 5)];
    const wide = [lineAt('a very wide equation that needs both of the columns = 0', at(100, 210))];
    const lower = [paragraph('gamma', at(50, 260), 5), paragraph('delta', at(500, 267), 5)];
    expect(readingOf([...lower.flat(), ...wide, ...upper.flat()])).toEqual(texts(...upper, wide, ...lower));
  });

  test('a line that reaches a little into the gutter divides no columns', () => {
    const left = paragraph('alpha', at(50, 50), 12);
    const long = lineAt('then alpha goes on with words, somewhat too far', at(50, 50 + 26 * 5));
    const right = paragraph('beta', at(465, 50), 12);
    const withLong = left.with(5, long);
    expect(readingOf([...right, ...withLong])).toEqual(texts(withLong, right));
  });

  test('a line that was found across two columns is parted at the gutter', () => {
    const [left, right] = [paragraph('alpha', at(50, 50), 7), paragraph('beta', at(470, 50), 7)];
    const words = [...(left[3]?.words ?? []), ...(right[3]?.words ?? [])];
    const boxes = words.map(({ box }) => box);
    const [top, bottom] = [
      Math.min(...boxes.map((box) => box.top)),
      Math.max(...boxes.map((box) => box.top + box.height)),
    ];
    const box = {
      left: 50,
      top,
      width: (boxes.at(-1)?.left ?? 0) + (boxes.at(-1)?.width ?? 0) - 50,
      height: bottom - top,
    };
    const merged = { text: words.map(({ text }) => text).join(' '), confidence: 0.9, box, words };
    expect(readingOf([...left.toSpliced(3, 1), ...right.toSpliced(3, 1), merged])).toEqual(texts(left, right));
  });

  test('three columns under one heading are read from left to right', () => {
    const heading = [lineAt('News of the Week', at(250, 40, 36))];
    const columns = [50, 480, 910].map((left, index) => paragraph(`column ${index}`, at(left, 110 + 7 * index), 7));
    expect(readingOf([...columns.toReversed().flat(), ...heading])).toEqual(texts(heading, ...columns));
  });

  test('columns of narrow entries, as of an index, are read one after the other', () => {
    const entry = (name: string, left: number, top: number) => [
      lineAt(`${name}, where it comes`, at(left, top)),
      lineAt('is said what it does', at(left + 20, top + 26)),
      lineAt('and is not . . 12', at(left + 20, top + 52)),
    ];
    const entries = (names: readonly string[], left: number) =>
      names.flatMap((name, index) => entry(name, left, 100 + 78 * index));
    const [left, right] = [entries(['Adam', 'Bede', 'Crow'], 50), entries(['Dove', 'Echo', 'Fate'], 350)];
    expect(readingOf([...right, ...left])).toEqual(texts(left, right));
  });
});

describe('short lines beside each other', () => {
  test('are cells of a table where they are ragged, though they begin in the middle of a sentence', () => {
    const [left, right] = [
      ['total assets', 'cash', 'current liabilities of it', 'other', 'goodwill and more of it all'],
      ['see the notes', 'in hand', 'due within a year, with the rest', 'none', 'written off'],
    ];
    const lines = [left, right].flatMap((column = [], index) =>
      column.map((text, row) => lineAt(text, { left: 50 + 400 * index, top: 50 + 30 * row })),
    );
    expect(readingOf(lines).slice(0, 4)).toEqual(['total assets', 'see the notes', 'cash', 'in hand']);
  });

  const entries = (name: string, left: number, pitch: number, count = 40) =>
    Array.from({ length: count }, (_, index) => lineAt(`${name} ${index}`, { left, top: 50 + pitch * index }));

  test('are columns where each side has rows of its own, as of a questionnaire', () => {
    const [left, right] = [entries('Yes', 50, 27), entries('No', 350, 35)];
    expect(readingOf([...right, ...left])).toEqual(texts(left, right));
  });

  test('are labels and what was typed beside them, off their lines, where they are few', () => {
    const [labels, typed] = [entries('Label', 50, 60, 22), entries('typed', 350, 60, 22)];
    const off = typed.map((line, index) => lineAt(line.text, { left: 350, top: 43 + 60 * index }));
    expect(readingOf([...off, ...labels]).slice(0, 3)).not.toEqual(['Label 0', 'Label 1', 'Label 2']);
  });

  test('are the rows of a table where they stand level, also on a page that is bent', () => {
    const [left, right] = [entries('Yes', 50, 27), entries('No', 350, 27)];
    const bent = right.map((line, index) =>
      lineAt(line.text, { left: 350, top: 50 + 27 * index + Math.trunc(index / 7) }),
    );
    expect(readingOf([...bent, ...left]).slice(0, 3)).toEqual(['Yes 0', 'No 0', 'Yes 1']);
  });
});

describe('rows stay rows', () => {
  test('where the first lines of a paragraph were found in two parts', () => {
    const parts = ['This is your', 'according to it'].flatMap((before, row) => [
      lineAt(before, { left: 150, top: 100 + 26 * row }),
      lineAt('the protocol of standard procedures', { left: 330, top: 100 + 26 * row }),
    ]);
    const labels = ['CODE', 'QUANTITY'].map((label, index) => lineAt(label, { left: 50 + 110 * index, top: 60 }));
    const others = ['PRICE', 'SUM'].map((label, index) => lineAt(label, { left: 450 + 110 * index, top: 60 }));
    const below = paragraph('it', { left: 150, top: 152 }, 6);
    const reading = readingOf([...below, ...others, ...parts, ...labels]);
    expect(reading.slice(0, 6)).toEqual(['CODE', 'QUANTITY', 'PRICE', 'SUM', parts[0]?.text, parts[1]?.text]);
  });

  test('under an address that nothing stands beside', () => {
    const address = paragraph('the address', { left: 50, top: 50 }, 5);
    const rows = ['Fare', 'Tax', 'Sum', 'Cash', 'Change', 'Points', 'Bonus'].flatMap((label, row) => [
      lineAt(label, { left: 50, top: 250 + 30 * row }),
      lineAt(`${row}.00`, { left: 600, top: 250 + 30 * row }),
    ]);
    expect(readingOf([...rows.toReversed(), ...address])).toEqual(texts(address, rows));
  });
});

describe('a margin', () => {
  const poem = Array.from({ length: 12 }, (_, index) =>
    lineAt(`and so the line number ${index + 1} of it goes on`, { left: 150, top: 50 + 26 * index }),
  );

  test.each([
    ['left', 50],
    ['right', 600],
  ])('with a number at every fifth line, on the %s, is read with the lines', (side, left) => {
    const numbers = [4, 9].map((index) => lineAt(`${index + 1}`, { left, top: 50 + 26 * index }));
    const reading = readingOf([...numbers, ...poem]);
    const at = reading.indexOf(poem[4]?.text ?? '');
    expect(reading[side === 'left' ? at - 1 : at + 1]).toBe('5');
  });

  test('with notes beside the text is read apart from it', () => {
    const notes = [0, 1, 2, 3, 4].map((index) => lineAt(`Note ${index}`, { left: 650, top: 61 + 37 * index }));
    expect(readingOf([...notes, ...poem])).toEqual(texts(poem, notes));
  });
});

describe('white space across two columns', () => {
  const upper = [paragraph('alpha', { left: 50, top: 50 }, 6), paragraph('beta', { left: 500, top: 50 }, 6)] as const;
  const lower = (top: number) =>
    [paragraph('gamma', { left: 50, top }, 6), paragraph('delta', { left: 500, top }, 6)] as const;

  test('as wide as a picture divides them into sections', () => {
    const below = lower(300);
    expect(readingOf([...upper, ...below].flat())).toEqual(texts(...upper, ...below));
  });

  test('as wide as between paragraphs does not, nor does such that is not level', () => {
    const close = lower(236);
    expect(readingOf([...upper, ...close].flat())).toEqual(texts(upper[0], close[0], upper[1], close[1]));
    const [gamma] = lower(300);
    const delta = paragraph('delta', { left: 500, top: 340 }, 6);
    expect(readingOf([...upper, gamma, delta].flat())).toEqual(texts(upper[0], gamma, upper[1], delta));
  });

  test('does not where as much stands elsewhere in a column', () => {
    const below = lower(300);
    const withGap = paragraph('epsilon', { left: 50, top: 560 }, 4);
    const reading = readingOf([...upper, ...below, withGap].flat());
    expect(reading).toEqual(texts(upper[0], below[0], withGap, upper[1], below[1]));
  });
});
