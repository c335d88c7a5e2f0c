import { expect, test } from 'vitest';
import { hasWord } from './word.ts';

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
