import { describe, expect, test } from 'vitest';
import type { Run } from './components.ts';
import { lineRectangle } from './line-rectangle.ts';

/** `height` rows of `width` pixels from row 10 and column 20 on, leaning by `slope`. */
function bar(width: number, height: number, slope = 0): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < width; column++) {
    const top = 10 + Math.round(slope * (column + 0.5 - width / 2));
    for (let row = top; row < top + height; row++) runs.push({ row, start: 20 + column, end: 21 + column });
  }
  return runs.toSorted((a, b) => a.row - b.row);
}

describe('a line', () => {
  test('loses the bulges towards its neighbours, and keeps its own middle', () => {
    const bulges = [
      { row: 9, start: 40, end: 44 },
      ...bar(100, 5),
      { row: 15, start: 60, end: 66 },
      { row: 16, start: 60, end: 66 },
    ];
    const around = { center: { x: 70, y: 13 }, width: 100, height: 8, angle: 0 };
    const { center, width, height } = lineRectangle(bulges, around);
    expect([center, width, height]).toEqual([{ x: 70, y: 12.5 }, 100, 5]);
  });

  test('keeps what many of its columns share: the tails of its letters', () => {
    const tails = [...bar(100, 5), { row: 15, start: 30, end: 60 }];
    const around = { center: { x: 70, y: 13 }, width: 100, height: 6, angle: 0 };
    expect(lineRectangle(tails, around)).toEqual(around);
  });

  test('may lean', () => {
    const angle = Math.atan(0.05);
    const { center, height } = lineRectangle(bar(200, 6, 0.05), {
      center: { x: 120, y: 15 },
      width: 200,
      height: 12,
      angle,
    });
    expect(Math.abs(height - 6)).toBeLessThanOrEqual(1);
    expect(Math.abs(center.y - 13)).toBeLessThanOrEqual(1);
  });
});

describe('left as it is', () => {
  const bulge = { row: 15, start: 22, end: 24 };
  test('a short word', () => {
    const around = { center: { x: 29, y: 13 }, width: 18, height: 6, angle: 0 };
    expect(lineRectangle([...bar(18, 5), bulge], around)).toBe(around);
  });

  test('a steep line', () => {
    const around = { center: { x: 70, y: 13 }, width: 100, height: 6, angle: 0.4 };
    expect(lineRectangle([...bar(100, 5), bulge], around)).toBe(around);
  });
});
