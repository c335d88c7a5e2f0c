import { expect, test } from 'vitest';
import type { Turn } from '../../document.ts';
import { type LayerCharacter, linesOf } from './layer-lines.ts';

/** Characters of 10 x 20 pixels beside each other, in a font as high; a space has no box, as PDFium's own have none. */
function charactersAt(text: string, left: number, top: number): LayerCharacter[] {
  return [...text].map((character, index) => {
    const box = character.trim() === '' ? undefined : { left: left + index * 10, top, width: 10, height: 20 };
    return { text: character, box, body: box, turn: 0, isUnknown: false };
  });
}

const textsOf = (...characters: LayerCharacter[][]) => linesOf(characters.flat()).map(({ text }) => text);

test('words are parted by white space, lines by steps', () => {
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

test('a wide gap and a step up or down each begin a line, with and without white space', () => {
  expect(textsOf(charactersAt('one ', 0, 0), charactersAt('two', 70, 0))).toEqual(['one', 'two']);
  expect(textsOf(charactersAt('one', 0, 0), charactersAt('two', 70, 0))).toEqual(['one', 'two']);
  expect(textsOf(charactersAt('one ', 0, 0), charactersAt('two', 40, 25))).toEqual(['one', 'two']);
  expect(textsOf(charactersAt('one', 0, 0), charactersAt('two', 40, 25))).toEqual(['one', 'two']);
  expect(textsOf(charactersAt('one ', 0, 0), charactersAt('two', 45, 5))).toEqual(['one two']);
});

test('what the file has in another order stands from left to right', () => {
  expect(textsOf(charactersAt('one ', 100, 0), charactersAt('two', 0, 0))).toEqual(['two', 'one']);
  expect(textsOf(charactersAt('two ', 40, 0), charactersAt('one', 0, 0))).toEqual(['one two']);
  expect(textsOf(charactersAt('two', 60, 0), charactersAt('one', 0, 0))).toEqual(['one', 'two']);
});

test('after a hyphen at the end of a line its other half begins one', () => {
  const lines = linesOf([...charactersAt('a thorough-', 0, 0), ...charactersAt('going change', 0, 25)]);
  expect(lines.map(({ text }) => text)).toEqual(['a thorough-', 'going change']);
  expect(lines.map(({ box }) => box.height)).toEqual([20, 20]);
  expect(textsOf(charactersAt('thorough-', 0, 500), charactersAt('going', 300, 0))).toEqual(['thorough-', 'going']);
});

test('leaders are as high as their font: they stay with their entry', () => {
  const dots = Array.from({ length: 20 }, (_, index): LayerCharacter => {
    const body = { left: 55 + index * 12, top: 0, width: 5, height: 20 };
    return { text: '.', box: { left: body.left + 1, top: 16, width: 2, height: 2 }, body, turn: 0, isUnknown: false };
  });
  const spaced = dots.flatMap((dot) => [...charactersAt(' ', 0, 0), dot]);
  const page = charactersAt(' 7', 290, 0);
  expect(textsOf(charactersAt('Means', 0, 0), spaced, page)).toEqual([`Means${' .'.repeat(20)} 7`]);
  expect(textsOf(charactersAt('Means', 0, 0), dots, page)).toEqual([`Means${'.'.repeat(20)} 7`]);
});

test('a line feed before a raised or lowered letter ends neither the line nor the word', () => {
  const raised = { left: 40, top: -4, width: 6, height: 14 };
  const mark: LayerCharacter = { text: '7', box: raised, body: raised, turn: 0, isUnknown: false };
  const feed = charactersAt('\r\n', 0, 0);
  expect(textsOf(charactersAt('mark', 0, 0), feed, [mark], feed, charactersAt('. A', 46, 0))).toEqual(['mark7. A']);
});

test('a line from right to left has its words as they are read, with its numbers', () => {
  const hebrew = (text: string, right: number) =>
    [...text].flatMap((character, index) => charactersAt(character, right - 10 - index * 10, 0));
  const line = [...hebrew('שלום ', 300), ...charactersAt('120 ', 220, 0), ...hebrew('עולם', 210)];
  const [first, ...more] = linesOf(line);
  expect([first?.text, more]).toEqual(['שלום 120 עולם', []]);
  expect(first?.box).toEqual({ left: 170, top: 0, width: 130, height: 20 });
});

test('foreign words in a line from right to left are read from left to right', () => {
  const hebrew = [...'שלום'].flatMap((character, index) => charactersAt(character, 290 - index * 10, 0));
  expect(textsOf(hebrew, charactersAt(' two ', 200, 0), charactersAt('one', 170, 0))).toEqual(['שלום one two']);
});

test('a sign over a letter parts neither its word nor its line, nor does a space put in where there is none', () => {
  const box = { left: 23, top: -20, width: 4, height: 6 };
  const mark: LayerCharacter = { text: '\u0594', box, body: box, turn: 0, isUnknown: false };
  expect(textsOf(charactersAt('one', 0, 0), [mark], charactersAt(' ', 0, 0), charactersAt('self', 30, 0))).toEqual([
    'one\u0594self',
  ]);
  const space: LayerCharacter = { text: ' ', box, body: box, turn: 0, isUnknown: false };
  expect(textsOf(charactersAt('one', 0, 0), [space], charactersAt('self', 30, 0))).toEqual(['one self']);
});

test.each([90, 180, 270] as const)('words that are turned by %i degrees are lines, too', (turn) => {
  expect(textsOf(turnedBy(turn, charactersAt('one two', 0, 0)), charactersAt('up', 0, 0))).toEqual(['one two', 'up']);
});

/** The characters on a page that was turned clockwise about its corner. */
function turnedBy(turn: Turn, characters: LayerCharacter[]): LayerCharacter[] {
  return characters.map((character) => {
    if (character.box === undefined) return { ...character, turn };
    const { left, top, width, height } = character.box;
    const box =
      turn === 180
        ? { left: -left - width, top: -top - height, width, height }
        : turn === 90
          ? { left: -top - height, top: left, width: height, height: width }
          : { left: top, top: -left - width, width: height, height: width };
    return { ...character, box, body: box, turn };
  });
}

test('vertical text is a word as long as its characters follow below each other', () => {
  const column = [...'縦書き'].flatMap((character, index) => charactersAt(character, 0, index * 20));
  expect(textsOf(column, charactersAt('横', 40, 0))).toEqual(['縦書き', '横']);
});

test('a character without a place belongs to its word, a word without one is not seen', () => {
  const combining: LayerCharacter = { text: '\u0301', box: undefined, body: undefined, turn: 0, isUnknown: false };
  expect(textsOf(charactersAt('cafe', 0, 0), [combining])).toEqual(['cafe\u0301']);
  expect(textsOf([combining], charactersAt(' ', 0, 0))).toEqual([]);
});

test('half of a surrogate pair is no character', () => {
  const box = { left: 0, top: 0, width: 10, height: 20 };
  const half: LayerCharacter[] = [{ text: '\ud835', box, body: box, turn: 0, isUnknown: false }];
  expect(textsOf(half, charactersAt('b', 10, 0))).toEqual(['\ufffdb']);
});
