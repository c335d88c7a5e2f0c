import { describe, expect, test } from 'vitest';
import type { Line } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { lineAt } from '../testing/lines.ts';
import { blocksOf } from './blocks.ts';
import { pageShapeOf } from './page-shape.ts';

const HALF_A_LINE = 10;

/** Rows of four cells over a page of 1600 by 400 pixels, each word moved down by `fall`. */
function rowsOn(fall: (x: number, y: number) => number, rows = 10): Line[] {
  return Array.from({ length: rows * 4 }, (_, index) => {
    const [row, column] = [Math.trunc(index / 4), index % 4];
    return bent(lineAt(`Row ${row} cell ${column} of it`, { left: 50 + 400 * column, top: 50 + 36 * row }), fall);
  });
}

function bent(line: Line, fall: (x: number, y: number) => number): Line {
  const words = line.words.map(({ box, ...word }) => {
    const down = fall(box.left + box.width / 2, box.top + box.height / 2);
    return { ...word, box: { ...box, top: box.top + down } };
  });
  return { ...line, words, box: unionOf(words.map(({ box }) => box)) };
}

const straight = (x: number) => 0.03 * x;
/** A page that bulges, as an open book does: 40 pixels higher in its middle. */
const bulging = (x: number) => 40 * ((x - 800) / 800) ** 2;
/** Photographed from one side: its lines run apart. */
const fanning = (x: number, y: number) => (x * (y - 230)) / 6000;

describe('the fall of text', () => {
  test.each([
    ['on a straight page', straight],
    ['on a bulging page', bulging],
    ['on a page seen from one side', fanning],
  ])('%s is found', (_, fall) => {
    const shape = pageShapeOf(rowsOn(fall));
    for (const y of [60, 400]) {
      const over = shape.fallTo(1500, y) - shape.fallTo(100, y) - (fall(1500, y) - fall(100, y));
      expect(Math.abs(over)).toBeLessThan(HALF_A_LINE);
      const middle = shape.fallTo(800, y) - shape.fallTo(100, y) - (fall(800, y) - fall(100, y));
      expect(Math.abs(middle)).toBeLessThan(HALF_A_LINE);
    }
  });

  test('is that of most lines where a few are slanted otherwise, or there are few', () => {
    const stamp = lineAt('PAID IN FULL ON MONDAY', { left: 600, top: 200, slope: 0.4 });
    expect(pageShapeOf([...rowsOn(straight), stamp]).fallTo(1000, 200)).toBeCloseTo(30, 0);
    expect(pageShapeOf(rowsOn(bulging, 2)).fallTo(1000, 0)).toBeCloseTo(pageShapeOf(rowsOn(bulging, 2)).slope * 1000);
    expect(pageShapeOf([]).fallTo(1000, 1000)).toBe(0);
  });
});

test.each([
  ['straight', straight],
  ['bulging', bulging],
  ['fanning', fanning],
])('the rows of a %s page are rows', (_, fall) => {
  const texts = blocksOf(rowsOn(fall).toReversed()).flatMap(({ lines }) => lines.map(({ text }) => text));
  expect(texts).toEqual(rowsOn(() => 0).map(({ text }) => text));
});
