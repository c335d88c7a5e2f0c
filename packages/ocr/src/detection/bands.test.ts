import { expect, test } from 'vitest';
import { bandsOf } from './bands.ts';

test('a page within the limit is one band', () => {
  expect(bandsOf(1280, 1280)).toEqual([{ from: 0, to: 1280, keepFrom: 0, keepTo: 1280 }]);
});

test.each([
  [2560, 640],
  [1312, 1280],
  [32, 1],
  [4000 - (4000 % 32), 300],
])(
  '%i rows in bands of about %i: each row counts once, every band is a multiple of 32 and sees beyond its own',
  (height, rows) => {
    const bands = bandsOf(height, rows);
    expect(bands[0]?.keepFrom).toBe(0);
    expect(bands.at(-1)?.keepTo).toBe(height);
    expect(bands.slice(1).map(({ keepFrom }) => keepFrom)).toEqual(bands.slice(0, -1).map(({ keepTo }) => keepTo));
    expect(bands.slice(1).every(({ from, keepFrom }) => keepFrom - from === 64)).toBe(true);
    for (const { from, to, keepFrom, keepTo } of bands) {
      expect((to - from) % 32).toBe(0);
      expect(keepTo).toBeGreaterThan(keepFrom);
    }
  },
);
