import { expect, test } from 'vitest';
import { cornersOf } from '../geometry.ts';
import { finerLongSide } from './text-size.ts';

const boxes = (count: number, height: number) =>
  Array.from({ length: count }, (_, index) =>
    cornersOf({ center: { x: 500, y: 40 * index }, width: 400, height, angle: 0 }),
  );
const large = { width: 3840, height: 2560 };

test('a page of small print is looked at again, larger by what its lines lack', () => {
  // 30 pixels of 3840 are 10 of 1280, half of the 20 that are wanted.
  expect(finerLongSide(boxes(40, 30), large)).toBe(2560);
  expect(finerLongSide(boxes(40, 20), large)).toBe(2880);
});

test('text of a good size, or a few small lines among many, need no second look', () => {
  expect(finerLongSide(boxes(40, 54), large)).toBeUndefined();
  expect(finerLongSide([...boxes(5, 27), ...boxes(40, 54)], large)).toBeUndefined();
});

test('a page is never looked at larger than it is, nor judged by a few boxes', () => {
  expect(finerLongSide(boxes(40, 8), { width: 1000, height: 1200 })).toBeUndefined();
  expect(finerLongSide(boxes(40, 10), { width: 1000, height: 1500 })).toBe(1500);
  expect(finerLongSide(boxes(5, 27), large)).toBeUndefined();
});
