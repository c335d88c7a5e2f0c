import { describe, expect, test } from 'vitest';
import { fuzz, inputOf } from './fuzz.ts';
import type { Format } from './seeds.ts';

const INPUTS = 1500;

describe('spoilt files', () => {
  test.for(['elf', 'mach-o', 'pe', 'zip'] as const satisfies readonly Format[])(
    '%s: an answer or a fault, never a crash',
    (format) => {
      const { crashes, read, refused } = fuzz(format, 1, INPUTS);
      expect(crashes).toEqual([]);
      // Both occur, so that the files are neither left whole nor spoilt past knowing.
      expect(read).toBeGreaterThan(INPUTS / 100);
      expect(refused).toBeGreaterThan(INPUTS / 100);
    },
  );

  test('are the same for the same number', () => {
    expect(inputOf('elf', 7)).toEqual(inputOf('elf', 7));
    expect(inputOf('elf', 7)).not.toEqual(inputOf('elf', 8));
  });
});
