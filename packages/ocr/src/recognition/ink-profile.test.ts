import { describe, expect, test } from 'vitest';
import { inkProfile, type Plane, widestGap } from './ink-profile.ts';

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

/** A crop 48 high with rectangles of `ink` on `paper`. */
function planeOf(width: number, rectangles: readonly Rectangle[], ink = -0.8, paper = 0.9): Plane {
  const data = new Float32Array(width * 48).fill(paper);
  for (const [left, top, right, bottom] of rectangles) {
    for (let y = top; y < bottom; y++) data.fill(ink, y * width + left, y * width + right);
  }
  return { data, offset: 0, stride: width, width, height: 48 };
}

const letters: Rectangle[] = [
  [10, 10, 30, 38],
  [50, 12, 70, 40],
];

describe('the ink of a crop', () => {
  test('lies in the columns and rows of its letters', () => {
    const { columns, rows } = inkProfile(planeOf(100, letters));
    expect(rows).toEqual({ start: 10, end: 40 });
    expect([columns[9], columns[10], columns[29], columns[30]]).toEqual([0, 28, 28, 0]);
  });

  test('is found on a dark ground, too', () => {
    expect(inkProfile(planeOf(100, letters, 0.9, -0.8))).toEqual(inkProfile(planeOf(100, letters)));
  });

  test('does not count an underline, which would join all words', () => {
    const wide = planeOf(300, [...letters, [0, 42, 300, 44]]);
    const { columns, rows } = inkProfile(wide);
    expect(rows).toEqual({ start: 10, end: 40 });
    expect(columns[40]).toBe(0);
  });

  test('does not count what reaches in at the edges', () => {
    expect(inkProfile(planeOf(100, [...letters, [80, 0, 90, 2]])).columns[85]).toBe(0);
  });

  test('leaves a dash the height of a line', () => {
    const { rows } = inkProfile(planeOf(100, [[10, 22, 60, 25]]));
    expect(rows.end - rows.start).toBe(12);
  });
});

describe('the widest gap', () => {
  const profile = inkProfile(planeOf(100, letters));

  test('is cut to the columns asked for', () => {
    expect(widestGap(profile, 20, 60)).toEqual({ start: 30, end: 50 });
    expect(widestGap(profile, 35, 60)).toEqual({ start: 35, end: 50 });
  });

  test('is undefined where every column has ink', () => {
    expect(widestGap(profile, 11, 29)).toBeUndefined();
  });
});
