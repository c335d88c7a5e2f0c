import { expect, test } from 'vitest';
import { finerLongSide, firstLongSide } from './text-size.ts';

const settings = { longSide: 960, lowestBox: 12 };
const boxes = (count: number, height: number, width = 400) =>
  Array.from({ length: count }, (_, index) => ({ center: { x: 500, y: 40 * index }, width, height, angle: 0 }));
const look = (found: ReturnType<typeof boxes>, unseenPrint = false) => ({ longSide: 960, boxes: found, unseenPrint });
const large = { width: 3840, height: 2560 };

test('a page is looked at at the usual size, unless it is so narrow that its lines would be lost', () => {
  expect(firstLongSide({ width: 2480, height: 3508 }, settings)).toBe(960);
  expect(firstLongSide({ width: 600, height: 3000 }, settings)).toBe(1600);
  expect(firstLongSide({ width: 20_000, height: 40 }, settings)).toBe(2880);
});

test('a page of small print is looked at again, larger by what its lines lack', () => {
  expect(finerLongSide(look(boxes(40, 8)), large, settings)).toBe(1920);
  expect(finerLongSide(look(boxes(40, 4)), large, settings)).toBe(2880);
});

test('a column that runs upward counts by its width', () => {
  expect(finerLongSide(look(boxes(40, 400, 8)), large, settings)).toBe(1920);
});

test('text of a good size, or small lines among as many others, need no second look', () => {
  expect(finerLongSide(look(boxes(40, 12)), large, settings)).toBeUndefined();
  expect(finerLongSide(look([...boxes(19, 6), ...boxes(21, 16)]), large, settings)).toBeUndefined();
});

test('print that no box holds is looked for at twice the size, however few boxes there are', () => {
  expect(finerLongSide(look(boxes(2, 30), true), large, settings)).toBe(1920);
});

test('a page is never looked at larger than it is, nor judged by a few boxes', () => {
  expect(finerLongSide(look(boxes(40, 6)), { width: 700, height: 900 }, settings)).toBeUndefined();
  expect(finerLongSide(look(boxes(40, 6)), { width: 1000, height: 1500 }, settings)).toBe(1500);
  expect(finerLongSide(look(boxes(5, 6)), large, settings)).toBeUndefined();
});
