import { expect, test } from 'vitest';
import { bestOf, inWords, NODE_USAGE, parseUsage, sumOf, usageOf } from './usage.ts';

const SLOW = { seconds: 2, cpuSeconds: 1, peakMegabytes: 90 };
const FAST = { seconds: 1, cpuSeconds: 1.5, peakMegabytes: 100 };

test('the best of several runs, and the sum of one after the other', () => {
  expect(bestOf([SLOW, FAST])).toEqual({ seconds: 1, cpuSeconds: 1, peakMegabytes: 100 });
  expect(sumOf([SLOW, FAST])).toEqual({ seconds: 3, cpuSeconds: 2.5, peakMegabytes: 100 });
  expect(inWords(FAST)).toBe('1.00 s, 1.50 s of CPU, 100 MB at most');
});

test('what a process says of itself', () => {
  expect(parseUsage('no findings\nusage 1.25 1000\n')).toEqual({ cpuSeconds: 1.25, peakMegabytes: 1.024 });
  expect(parseUsage('no findings\n')).toBeUndefined();
  const usage = usageOf(process.execPath, ['--import', NODE_USAGE, '--eval', '0']);
  expect(usage.peakMegabytes).toBeGreaterThan(1);
  expect(usage.cpuSeconds).toBeGreaterThan(0);
});

test('a process that fails is no measurement', () => {
  const args = ['--import', NODE_USAGE, '--eval', 'process.exitCode = 3'];
  expect(() => usageOf(process.execPath, args)).toThrow('ended with 3');
  expect(usageOf(process.execPath, args, [0, 3]).cpuSeconds).toBeGreaterThan(0);
});
