import { expect, test } from 'vitest';
import { boundsWithin, cornersOf, pointWithin, sidesOf, unionOf } from './geometry.ts';

test('corners go clockwise from the top left, also at an angle', () => {
  const corners = cornersOf({ center: { x: 10, y: 10 }, width: 8, height: 4, angle: Math.PI / 2 });
  expect(corners.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
    [12, 6],
    [12, 14],
    [8, 14],
    [8, 6],
  ]);
  expect(sidesOf(corners)).toEqual({ width: 8, height: 4 });
});

test('a point within follows both edges', () => {
  const corners = cornersOf({ center: { x: 10, y: 10 }, width: 8, height: 4, angle: 0 });
  expect(pointWithin(corners, 0.25, 0.5)).toEqual({ x: 8, y: 10 });
});

test('bounds are whole pixels on the page, and never empty', () => {
  const points = [
    { x: -3.2, y: 1.4 },
    { x: 7.6, y: 90 },
  ];
  expect(boundsWithin(points, 100, 50)).toEqual({ left: 0, top: 1, width: 8, height: 49 });
  expect(boundsWithin([{ x: 200, y: 200 }], 100, 50)).toEqual({ left: 99, top: 49, width: 1, height: 1 });
});

test('a union reaches around every box', () => {
  expect(
    unionOf([
      { left: 5, top: 6, width: 10, height: 2 },
      { left: 1, top: 7, width: 3, height: 9 },
    ]),
  ).toEqual({ left: 1, top: 6, width: 14, height: 10 });
  const many = Array.from({ length: 200_000 }, (_, left) => ({ left, top: 0, width: 1, height: 1 }));
  expect(unionOf(many)).toEqual({ left: 0, top: 0, width: 200_000, height: 1 });
});
