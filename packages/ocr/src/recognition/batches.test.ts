import { expect, test } from 'vitest';
import { batchesByWidth } from './batches.ts';

test('narrow crops come with narrow ones, equal ones in their order, and none is lost', () => {
  const widths = [300, 20, 300, 10, 20];
  const batches = batchesByWidth(
    widths.map((width) => ({ width })),
    2,
  );
  expect(batches.map((batch) => batch.map(({ index }) => index))).toEqual([[3, 1], [4, 0], [2]]);
});
