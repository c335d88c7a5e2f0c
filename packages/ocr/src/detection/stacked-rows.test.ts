import { describe, expect, test } from 'vitest';
import { splitStacks } from './stacked-rows.ts';

interface Ink {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A white page of 60 by 200 pixels with black rectangles. */
function pageOf(inks: readonly Ink[]) {
  const [width, height] = [60, 200];
  const data = new Uint8Array(width * height * 3).fill(255);
  for (const ink of inks) {
    for (let y = ink.top; y < ink.top + ink.height; y++) {
      data.fill(0, (y * width + ink.left) * 3, (y * width + ink.left + ink.width) * 3);
    }
  }
  return { width, height, data };
}

/** `count` of them below each other, one every `pitch` pixels from row 20 on. */
function column(count: number, pitch: number, width: number, height: number): Ink[] {
  return Array.from({ length: count }, (_, index) => ({ left: 25, top: 20 + index * pitch, width, height }));
}

/** From row 15 to row 115. */
const box = { center: { x: 30, y: 65 }, width: 24, height: 100, angle: 0 };

describe('a column of rows', () => {
  const digits = column(6, 16, 6, 10);
  const pairs = digits.flatMap((digit) => [digit, { ...digit, left: digit.left + 8 }]);

  test.each([
    ['one digit', digits],
    ['two digits', pairs],
    ['two digits, with parts of the rows beyond', [...pairs, { left: 25, top: 15, width: 14, height: 2 }]],
  ])('of %s each becomes a box a row, around its ink', (_, inks) => {
    const rows = splitStacks(pageOf(inks), [box]);
    expect(rows.map(({ center, height }) => [center.x, center.y, height])).toEqual(
      [25, 41, 57, 73, 89, 105].map((y) => [30, y, 15]),
    );
  });
});

describe('left as it is', () => {
  test.each([
    ['a number printed sideways: digits narrower than high', column(8, 12, 14, 8)],
    ['letters that nearly touch', column(8, 11, 8, 10)],
    ['words printed sideways', [...column(1, 0, 10, 50), { left: 25, top: 78, width: 10, height: 24 }]],
    ['rows that differ in height', [...column(3, 16, 8, 10), { left: 25, top: 72, width: 8, height: 24 }]],
    ['a rule', column(1, 0, 2, 90)],
    ['white paper', []],
  ])('%s', (_, inks) => {
    expect(splitStacks(pageOf(inks), [box])).toEqual([box]);
  });

  test('a line across the page', () => {
    const line = { center: { x: 30, y: 30 }, width: 50, height: 40, angle: 0 };
    expect(splitStacks(pageOf(column(2, 16, 12, 10)), [line])).toEqual([line]);
  });
});
