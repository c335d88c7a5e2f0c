import { expect, test } from 'vitest';
import { verdictOf } from './verdict.ts';

const FAILED = [{ name: 'a', message: "ModuleNotFoundError: No module named 'b'" }];
const ERRORS = [{ rule: 'elf-wrong-arch', severity: 'error', path: 'python/a.so', message: '', fix: '' }] as const;

test.each([
  ['both load', [], [], []],
  ['both load', [], [], FAILED],
  ['both fail', ERRORS, FAILED, []],
  ['both fail', ERRORS, [], FAILED],
  ['missed', [], FAILED, []],
  ['false alarm', ERRORS, [], []],
] as const)('%s', (verdict, errors, failed, failedWithin) => {
  expect(verdictOf(errors, { failed, failedWithin })).toBe(verdict);
});
