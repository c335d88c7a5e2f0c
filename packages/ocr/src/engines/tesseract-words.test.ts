import { expect, test } from 'vitest';
import { LAYOUT_FLAGS, linesOf, meanConfidence, type TesseractWord } from './tesseract-words.ts';

const { startOfLine, endOfLine } = LAYOUT_FLAGS;
const PAGE = { width: 200, height: 100 };

const word = (text: string, left: number, flags = 0, confidence = 0.9): TesseractWord => ({
  text,
  flags,
  confidence,
  rect: { left, top: 10, right: left + 20, bottom: 20 },
});

test('a line begins and ends where tesseract says so', () => {
  const lines = linesOf(
    [word('one', 0, startOfLine), word('two', 30, endOfLine), word('three', 0, startOfLine + endOfLine)],
    PAGE,
  );
  expect(lines.map(({ text }) => text)).toEqual(['one two', 'three']);
  expect(lines[0]?.box).toEqual({ left: 0, top: 10, width: 50, height: 10 });
});

test('what is no word, or was hardly read, is left out, and a line of nothing else with it', () => {
  const lines = linesOf(
    [
      word(' ', 0, startOfLine + endOfLine),
      word('~', 0, startOfLine, 0.05),
      word('total', 30, endOfLine),
      word('|', 0, startOfLine + endOfLine, 0.2),
    ],
    PAGE,
  );
  expect(lines.map(({ text }) => text)).toEqual(['total']);
});

test('a line that tesseract did not begin still has its words; boxes stay on the page', () => {
  const [line] = linesOf([word('edge', 190)], PAGE);
  expect(line?.words[0]?.box).toEqual({ left: 190, top: 10, width: 10, height: 10 });
});

test('confidence is the mean over the characters', () => {
  expect(
    meanConfidence([
      { text: 'a', confidence: 0 },
      { text: 'bcd', confidence: 1 },
    ]),
  ).toBe(0.75);
});
