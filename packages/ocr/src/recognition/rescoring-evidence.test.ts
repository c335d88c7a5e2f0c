import { expect, test } from 'vitest';
import { lineReadAs } from '../testing/letter-scores.ts';

const unsureOf = (text: string, first?: number) =>
  lineReadAs(text, first).words.map(({ evidence }) =>
    (evidence?.unsure ?? []).map(({ characters }) => characters.map((character) => character.text).join('')),
  );

test('is kept of letters of which one is unsure, and of nothing else', () => {
  expect(unsureOf('a [bh]rief word')).toEqual([[], ['brief'], []]);
  expect(unsureOf('a [bh]rief word', 0.95)).toEqual([[], [], []]);
});

test('letters end at signs and digits, but not at a 1, a 0 or a bar between letters', () => {
  expect(unsureOf("mo[tl]her's-l[ao]w")).toEqual([['mother', 'law']]);
  expect(unsureOf('ho[l1]low he[1l]low he[|l]low')).toEqual([['hollow'], ['he1low'], ['he|low']]);
  expect(unsureOf('45[bh]log2')).toEqual([['blog']]);
});

test('two letters, or numbers, are no word', () => {
  expect(unsureOf('[bh]y 10[01]1 [1l]0a')).toEqual([[], [], []]);
});

test('upper and lower case count as one character', () => {
  const [word] = lineReadAs('[cC]ord', 0.6).words;
  const scores = word?.evidence?.unsure[0]?.scores;
  expect(scores?.characters.map((code) => String.fromCharCode(code)).toSorted()).toEqual(['c', 'd', 'o', 'r']);
  const c = 1 + (scores?.characters.indexOf('c'.charCodeAt(0)) ?? 0);
  expect(Math.max(...(scores?.data.filter((_, index) => index % 5 === c) ?? []))).toBeCloseTo(1);
});

test('frames of the neighbours are not taken, those between are', () => {
  const [, middle] = lineReadAs('ab c[do]d ef').words;
  // Three characters and the blanks after them, the space before and after with its blank counted as nothing.
  const scores = middle?.evidence?.unsure[0]?.scores;
  expect(scores?.characters.map((code) => String.fromCharCode(code)).toSorted()).toEqual(['c', 'd', 'o']);
  expect(scores?.frames).toBe(3 + 5 + 3);
});
