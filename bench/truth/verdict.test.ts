import { expect, test } from 'vitest';
import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';
import { type Imports, verdictOf } from './verdict.ts';

const NOTHING: Imports = { failed: [], failedLater: [] };
const FAILED = [{ name: 'a', message: "ModuleNotFoundError: No module named 'b'" }];

function error(rule: string): Finding {
  return { rule, severity: 'error', path: 'python/a.py', message: '', fix: '' };
}

test.each([
  ['both load', [], NOTHING],
  ['both fail', [error('module-not-found')], { ...NOTHING, failed: FAILED }],
  ['missed', [], { ...NOTHING, failed: FAILED }],
  ['false alarm', [error('module-not-found')], NOTHING],
  ['fails later', [error('elf-wrong-arch')], { ...NOTHING, failedLater: FAILED }],
  ['promise', [error('missing-distribution')], NOTHING],
  ['false alarm', [error('missing-distribution'), error('elf-wrong-arch')], NOTHING],
] as const)('%s', (verdict, errors, imports) => {
  expect(verdictOf(errors, imports)).toBe(verdict);
});
