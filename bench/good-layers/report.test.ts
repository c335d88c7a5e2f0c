import { expect, test } from 'vitest';
import { type GoodLayer, GOOD_LAYERS, nameOf } from './layers.ts';
import { groupsOf, isAllGood, lineOf, markdownOf, type Row, totalsOf } from './report.ts';

const LAYER: GoodLayer = {
  maker: 'pip',
  requirement: 'numpy',
  runtime: 'python3.12',
  architecture: 'arm64',
};
const OTHER: GoodLayer = { ...LAYER, runtime: 'python3.13' };
const WARNING = {
  rule: 'pure-python-fallback',
  severity: 'warning',
  path: 'a.py',
  message: 'is slow',
  fix: 'None.',
} as const;
const ERROR = { ...WARNING, rule: 'glibc-too-new', severity: 'error' } as const;

const good = (layer: GoodLayer, ...findings: (typeof WARNING | typeof ERROR)[]): Row => ({
  layer,
  findings,
  seconds: 1,
});

test('there are at least 150 layers, no two the same', () => {
  expect(new Set(GOOD_LAYERS.map(nameOf)).size).toBe(GOOD_LAYERS.length);
  expect(GOOD_LAYERS.length).toBeGreaterThanOrEqual(150);
});

test('a finding of several layers is said once, with their names', () => {
  expect(groupsOf([good(LAYER, WARNING, WARNING), good(OTHER, WARNING, ERROR)], 'warning')).toEqual([
    { rule: 'pure-python-fallback', message: 'a.py is slow', layers: [nameOf(LAYER), nameOf(OTHER)] },
  ]);
});

test('an error, and a difference from readelf, make the run fail', () => {
  const results = (rows: Row[], differences: string[] = []) => ({
    rows,
    elf: { files: 1, symbols: 1, differences },
    leftOut: {},
  });
  expect(isAllGood(results([good(LAYER, WARNING)]))).toBe(true);
  expect(isAllGood(results([good(LAYER, ERROR)]))).toBe(false);
  expect(isAllGood(results([good(LAYER)], ['a.so: needed']))).toBe(false);
  expect(lineOf(good(LAYER, ERROR))).toBe('ALARM     numpy python3.12/arm64 by pip: 1 errors, 0 warnings, 0 notes');
});

test('a layer that could not be made is no good one', () => {
  const rows: Row[] = [good(LAYER, WARNING), { layer: OTHER, problem: 'No matching distribution' }];
  const results = { rows, elf: undefined, leftOut: { fiona: 'It needs libexpat.' } };
  expect(totalsOf(results)).toEqual([
    '1 layers verified, 0 with an error; 1 could not be made',
    'warning[pure-python-fallback]: 1 different, in 1 layers',
  ]);
  const text = markdownOf(results);
  expect(text).toContain('| python3.12/arm64 | 1 | 0 | 1 | 0 |');
  expect(text).toContain('- not made  numpy python3.13/arm64 by pip: No matching distribution');
  expect(text).toContain('- fiona: It needs libexpat.');
});
