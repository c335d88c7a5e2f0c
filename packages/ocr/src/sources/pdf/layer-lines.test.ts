import { expect, test } from 'vitest';
import { type LayerCharacter, linesOf } from './layer-lines.ts';

/** Characters of 10 x 20 pixels beside each other; a space has no box, as PDFium's own have none. */
function charactersAt(text: string, left: number, top: number): LayerCharacter[] {
  return [...text].map((character, index) => ({
    text: character,
    box: character.trim() === '' ? undefined : { left: left + index * 10, top, width: 10, height: 20 },
    isUnknown: false,
  }));
}

const textsOf = (...characters: LayerCharacter[][]) => linesOf(characters.flat()).map(({ text }) => text);

test('words are parted by white space, lines by line feeds', () => {
  const [first, second, ...more] = linesOf([...charactersAt('Dear Mrs. O\r\n', 5, 0), ...charactersAt('hello', 5, 30)]);
  expect(first).toEqual({
    text: 'Dear Mrs. O',
    confidence: 1,
    box: { left: 5, top: 0, width: 110, height: 20 },
    words: [
      { text: 'Dear', confidence: 1, box: { left: 5, top: 0, width: 40, height: 20 } },
      { text: 'Mrs.', confidence: 1, box: { left: 55, top: 0, width: 40, height: 20 } },
      { text: 'O', confidence: 1, box: { left: 105, top: 0, width: 10, height: 20 } },
    ],
  });
  expect([second?.text, more]).toEqual(['hello', []]);
});

test('a wide gap, a step up or down and a way back each begin a line', () => {
  expect(textsOf(charactersAt('one ', 0, 0), charactersAt('two', 70, 0))).toEqual(['one', 'two']);
  expect(textsOf(charactersAt('one ', 0, 0), charactersAt('two', 40, 25))).toEqual(['one', 'two']);
  expect(textsOf(charactersAt('one ', 100, 0), charactersAt('two', 0, 0))).toEqual(['one', 'two']);
  expect(textsOf(charactersAt('one ', 0, 0), charactersAt('two', 55, 5))).toEqual(['one two']);
});

test('a character without a place belongs to its word, a word without one is not seen', () => {
  const combining = { text: '\u0301', box: undefined, isUnknown: false };
  expect(textsOf(charactersAt('cafe', 0, 0), [combining])).toEqual(['cafe\u0301']);
  expect(textsOf([combining], charactersAt(' ', 0, 0))).toEqual([]);
});
