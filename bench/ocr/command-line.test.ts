import { expect, test } from 'vitest';
import { childrenSeconds } from './command-line.ts';

test('takes the second line of times, user and system of the children, minutes too', () => {
  expect(childrenSeconds('0m0.010000s 0m0.020000s\n1m2.500000s 0m0.040000s\n')).toBeCloseTo(62.54);
  expect(childrenSeconds('0m0.010s 0m0.020s\n0m0.500s 0m0.250s\n')).toBeCloseTo(0.75);
});
