import { expect, test } from 'vitest';
import { cornersOf } from '../geometry.ts';
import { alongText, isSideways, liesOnItsSide } from './page-turn.ts';

const box = (width: number, height: number) => cornersOf({ center: { x: 100, y: 100 }, width, height, angle: 0 });

test('high boxes are sideways, single letters are not', () => {
  expect([box(100, 20), box(20, 100), box(18, 20), box(4, 11)].map(isSideways)).toEqual([false, true, false, false]);
});

test('text is read along its longer side: a high box from its top right downward', () => {
  expect(alongText(box(100, 20))).toEqual(box(100, 20));
  const [, topRight, bottomRight] = box(20, 100);
  expect(alongText(box(20, 100)).slice(0, 2)).toEqual([topRight, bottomRight]);
});

test('a page lies on its side when most of its long boxes do, and there are at least three', () => {
  const [wide, high, square] = [box(100, 20), box(20, 100), box(20, 20)];
  expect(liesOnItsSide([high, high, high, wide, square, square, square, square])).toBe(true);
  expect(liesOnItsSide([high, high, wide, wide])).toBe(false);
  expect(liesOnItsSide([high, high])).toBe(false);
});
