import { describe, expect, test } from 'vitest';
import { pageNumbers } from './page-ranges.ts';

test.each([
  [undefined, [1, 2, 3, 4, 5]],
  ['1', [1]],
  ['2-4', [2, 3, 4]],
  ['4-', [4, 5]],
  ['5,1-2,2', [1, 2, 5]],
  ['1-', [1, 2, 3, 4, 5]],
])('%s of five pages', (ranges, expected) => {
  expect(pageNumbers(ranges, 5)).toEqual(expected);
});

describe('refuses', () => {
  test.each(['', ' ', '0', '1,', '-3', '3-1', 'a', '1-2-3', '1;2', '1.5', '١', '9999999', '1,'.repeat(200) + '1'])(
    '%j, which is no list of pages',
    (ranges) => {
      expect(() => pageNumbers(ranges, 5)).toThrow(expect.objectContaining({ code: 'bad-page-ranges' }));
    },
  );

  test.each([
    ['6', 'Page 6 was asked for; the document has 5'],
    ['2-999999', 'Page 999999 was asked for; the document has 5'],
    ['7-', 'Page 7 was asked for; the document has 5'],
  ])('%s of five pages', (ranges, message) => {
    expect(() => pageNumbers(ranges, 5)).toThrow(expect.objectContaining({ code: 'page-not-there', message }));
  });
});
