import { expect, test } from 'vitest';
import { batchesByWidth } from './batches.ts';

const batched = (widths: readonly number[], limits: { items: number; width: number }) =>
  batchesByWidth(
    widths.map((width) => ({ width })),
    limits,
  ).map((batch) => batch.map(({ index }) => index));

test('narrow crops come with narrow ones, equal ones in their order, and none is lost', () => {
  expect(batched([300, 20, 300, 10, 20], { items: 2, width: 10_000 })).toEqual([[3, 1], [4, 0], [2]]);
});

test('a batch is no wider than its limit, unless one crop alone is', () => {
  expect(batched([100, 100, 100, 400, 5000], { items: 8, width: 800 })).toEqual([[0, 1, 2], [3], [4]]);
  expect(batched([100, 100, 100, 200], { items: 8, width: 800 })).toEqual([[0, 1, 2, 3]]);
});
