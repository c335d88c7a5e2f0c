import { expect, test } from 'vitest';
import { hasWord, isDottedName } from './word.ts';

test.each([
  ['x = name', 'name', true],
  ['rename, names, name', 'name', true],
  ['rename, names, name_', 'name', false],
  ['été = 1', 'été', true],
  ['étés = 1', 'été', false],
  ['a(b + 1', 'a(b', true],
  ['*', '*', true],
  ['anything', '', false],
  ['', 'name', false],
])('in %j, %j: %s', (text, name, expected) => {
  expect(hasWord(text, name)).toBe(expected);
});

test.each([
  ['a', true],
  ['_a.b1.été', true],
  ['', false],
  ['a..b', false],
  ['1a', false],
  ['a-b', false],
])('%j as a dotted name: %s', (text, expected) => {
  expect(isDottedName(text)).toBe(expected);
});
