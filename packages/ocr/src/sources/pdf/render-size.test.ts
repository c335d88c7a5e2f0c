import { expect, test } from 'vitest';
import { renderSize } from './render-size.ts';

const A4 = { width: 595.276, height: 841.89 };

test.each([
  ['A4 at 300 dots per inch', A4, 300, { width: 2480, height: 3508 }],
  [
    'the pixels of a scan, whatever its density',
    { width: 612, height: 792 },
    72 * (1701 / 612),
    { width: 1701, height: 2201 },
  ],
  ['at least one pixel', { width: 0.01, height: 7200 }, 72, { width: 1, height: 7200 }],
])('%s', (_, page, density, expected) => {
  expect(renderSize(page, density)).toEqual(expected);
});

test.each([
  [{ width: 14_400, height: 14_400 }, 300],
  [{ width: 14_400, height: 3 }, 600],
  [A4, 6000],
])('never more than 40 megapixels: %o', (page, density) => {
  const { width, height } = renderSize(page, density);
  expect(width * height).toBeLessThanOrEqual(40e6);
  expect(width / height).toBeCloseTo(page.width / page.height, 0);
});
