import { expect, test } from 'vitest';
import { alphabetOf, type Script } from './alphabet.ts';

const CHARACTERS = ['a', 'é', 'ž', '8', '。', '，', 'あ', 'ア', '漢', '龘', 'Ω', 'Ж', '①'];
const kept = (script: Script) => alphabetOf(CHARACTERS, script).characters.join('');

test('a script keeps its own characters and those of Latin, with the blank before and the space after them', () => {
  expect(kept('latin')).toBe('aéž8 ');
  expect(kept('chinese')).toBe('aéž8。，漢龘① ');
  expect(kept('japanese')).toBe('aéž8。，あア漢龘① ');
  expect(kept('all')).toBe(`${CHARACTERS.join('')} `);
});

test('classes keep their places in the model as it is published', () => {
  const { classes, characters, space } = alphabetOf(CHARACTERS, 'chinese');
  expect([...classes]).toEqual([0, 1, 2, 3, 4, 5, 6, 9, 10, 13, 14]);
  expect(characters[space]).toBe(' ');
});
