import { describe, expect, test } from 'vitest';
import { compareVersions, isPrerelease, normalizeVersion } from './version.ts';

// The order of PEP 440, "Summary of permitted suffixes and relative ordering", and of its examples.
const IN_ORDER = [
  '1.dev0',
  '1.0.dev456',
  '1.0a1',
  '1.0a2.dev456',
  '1.0a12.dev456',
  '1.0a12',
  '1.0b1.dev456',
  '1.0b2',
  '1.0b2.post345.dev456',
  '1.0b2.post345',
  '1.0rc1.dev456',
  '1.0rc1',
  '1.0',
  '1.0+abc.5',
  '1.0+abc.7',
  '1.0+5',
  '1.0.post456.dev34',
  '1.0.post456',
  '1.0.15',
  '1.1.dev1',
  '1!0.1',
];

test('orders versions as PEP 440 has it, wherever they start', () => {
  expect(IN_ORDER.toReversed().toSorted(compareVersions)).toEqual(IN_ORDER);
  expect(IN_ORDER.toSorted((a, b) => (a < b ? -1 : 1)).toSorted(compareVersions)).toEqual(IN_ORDER);
});

test('trailing zeros mean nothing', () => expect(compareVersions('1', '1.0.0')).toBe(0));

describe('normalizeVersion', () => {
  test.each([
    ['v1.0', '1.0'],
    ['1.0-ALPHA-1', '1.0a1'],
    ['1.0c3', '1.0rc3'],
    ['1.0.preview', '1.0rc0'],
    ['1.0-7', '1.0.post7'],
    ['1.0.rev3', '1.0.post3'],
    ['1.0dev', '1.0.dev0'],
    ['1.0+Ubuntu-1_2', '1.0+ubuntu.1.2'],
    ['01.002', '1.2'],
    ['0!1', '1'],
    ['1.0-foo', undefined],
    ['one', undefined],
  ])('%s is %s', (text, normal) => expect(normalizeVersion(text)).toBe(normal));
});

test.each([
  ['1.0rc1', true],
  ['1.0.dev2', true],
  ['1.0.post1.dev2', true],
  ['1.0.post1', false],
  ['1.0+cpu', false],
  ['unread', false],
])('isPrerelease: %s is %s', (version, expected) => expect(isPrerelease(version)).toBe(expected));
