import { expect, test } from 'vitest';
import { convexHull } from './convex-hull.ts';

test('keeps the corners of a square and drops what lies within or on its sides', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 0, y: 4 },
  ];
  const within = [
    { x: 2, y: 2 },
    { x: 2, y: 0 },
    { x: 4, y: 1 },
  ];
  const hull = convexHull([...within, ...square]);
  expect(hull).toHaveLength(4);
  expect(hull).toEqual(expect.arrayContaining(square));
});

test('goes around the points in one direction', () => {
  const hull = convexHull([
    { x: 0, y: 1 },
    { x: 1, y: 0 },
    { x: 2, y: 1 },
    { x: 1, y: 2 },
  ]);
  const turns = hull.map((point, index) => {
    const [next, after] = [hull[(index + 1) % 4] ?? point, hull[(index + 2) % 4] ?? point];
    return Math.sign((next.x - point.x) * (after.y - next.y) - (next.y - point.y) * (after.x - next.x));
  });
  expect(new Set(turns).size).toBe(1);
});

test('leaves a single point as it is', () => {
  expect(convexHull([{ x: 3, y: 5 }])).toEqual([{ x: 3, y: 5 }]);
});
