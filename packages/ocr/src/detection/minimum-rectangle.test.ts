import { describe, expect, test } from 'vitest';
import { cornersOf, type Rectangle } from '../geometry.ts';
import { convexHull } from './convex-hull.ts';
import { minimumRectangle } from './minimum-rectangle.ts';

const degrees = (angle: number) => (angle * Math.PI) / 180;

function found(rectangle: Rectangle): Rectangle {
  return minimumRectangle(convexHull(cornersOf(rectangle)));
}

describe('the smallest rectangle around the corners of a rectangle is that rectangle', () => {
  test.each([0, 2, 20, 44, -3, -30])('at %i degrees', (angle) => {
    const rectangle = { center: { x: 50, y: 40 }, width: 60, height: 10, angle: degrees(angle) };
    const { center, width, height, angle: turned } = found(rectangle);
    expect(center.x).toBeCloseTo(50);
    expect(center.y).toBeCloseTo(40);
    expect(width).toBeCloseTo(60);
    expect(height).toBeCloseTo(10);
    expect(turned).toBeCloseTo(degrees(angle));
  });
});

test('names a steep rectangle by its side nearest to horizontal', () => {
  const { width, height, angle } = found({ center: { x: 0, y: 0 }, width: 60, height: 10, angle: degrees(80) });
  expect(width).toBeCloseTo(10);
  expect(height).toBeCloseTo(60);
  expect(angle).toBeCloseTo(degrees(-10));
});

test('keeps a short word upright when its ragged outline would tilt it for a few square pixels', () => {
  const ragged = [
    { x: 0, y: 0.2 },
    { x: 20, y: 0 },
    { x: 20, y: 9.8 },
    { x: 0, y: 10 },
  ];
  expect(minimumRectangle(convexHull(ragged)).angle).toBe(0);
});
