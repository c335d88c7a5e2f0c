import { describe, expect, test } from 'vitest';
import type { Character } from './ctc.ts';
import type { InkProfile } from './ink-profile.ts';
import { divideIntoWords } from './word-spacing.ts';
import { wordSpans } from './word-spans.ts';

const FRAME = 8;
const SPACE = 1;
const settings = { spaceProbability: 0.04, spaceProbabilityBeforeClosing: 0.1, gapShare: 0.4 };

/** One character every three frames; a frame is 8 pixels wide. */
function charactersOf(text: string): Character[] {
  return [...text].map((character, index) => ({ text: character, confidence: 1, from: 3 * index, to: 3 * index }));
}

/** Space probabilities by frame; ink everywhere but in the spans of columns given. */
function readingOf(
  text: string,
  spaces: Record<number, number> = {},
  gaps: readonly (readonly [number, number])[] = [],
) {
  const characters = charactersOf(text);
  const frames = 3 * text.length;
  const data = new Float32Array(frames * 2);
  for (const [frame, probability] of Object.entries(spaces)) data[Number(frame) * 2 + SPACE] = probability;
  const columns = new Uint16Array(frames * FRAME).fill(5);
  for (const [start, end] of gaps) columns.fill(0, start, end);
  const ink: InkProfile = { columns, rows: { start: 8, end: 40 } };
  return { characters, scores: { data, frames, classes: 2 }, space: SPACE, ink, frameWidth: FRAME, settings };
}

const divided = (...given: Parameters<typeof readingOf>) =>
  divideIntoWords(readingOf(...given)).map((word) => word.map(({ text }) => text).join(''));

describe('words are divided', () => {
  test('where the space class is suspected, however faintly, between two characters', () => {
    expect(divided('abcd', { 4: 0.05 })).toEqual(['ab', 'cd']);
    expect(divided('abcd', { 4: 0.03 })).toEqual(['abcd']);
  });

  test('before closing punctuation only on a stronger suspicion', () => {
    expect(divided('ab.', { 4: 0.08 })).toEqual(['ab.']);
    expect(divided('ab.', { 4: 0.2 })).toEqual(['ab', '.']);
  });

  test('where a space was read as a character', () => {
    expect(divided(' ab  c ')).toEqual(['ab', 'c']);
  });

  test('where the ink has a gap of over 0.4 of the height of the text, which is 32 pixels', () => {
    expect(divided('abcd', {}, [[33, 47]])).toEqual(['ab', 'cd']);
    expect(divided('abcd', {}, [[34, 46]])).toEqual(['abcd']);
  });

  test('never beside punctuation of full width, which brings its own white', () => {
    expect(divided('ab，d', { 7: 0.9 }, [[57, 79]])).toEqual(['ab，d']);
    expect(divided('（ab', { 1: 0.9 })).toEqual(['（ab']);
  });

  test('beside punctuation and between digits only where the gap is wider', () => {
    expect(divided('ab,d', {}, [[33, 47]])).toEqual(['ab,d']);
    expect(divided('12', {}, [[8, 22]])).toEqual(['12']);
    expect(divided('12', {}, [[8, 23]])).toEqual(['1', '2']);
  });

  test('nothing read is no word', () => {
    expect(divided('')).toEqual([]);
  });
});

test('a word reaches from the end of the gap before it to the beginning of the gap after it', () => {
  const reading = readingOf('abcd', { 4: 1 }, [
    [0, 3],
    [35, 43],
    [90, 96],
  ]);
  expect(wordSpans(divideIntoWords(reading), reading.ink, FRAME)).toEqual([
    { start: 3, end: 35 },
    { start: 43, end: 90 },
  ]);
});

test('touching words are parted halfway between their letters', () => {
  const reading = readingOf('abcd', { 4: 1 });
  expect(wordSpans(divideIntoWords(reading), reading.ink, FRAME)).toEqual([
    { start: 0, end: 40 },
    { start: 40, end: 96 },
  ]);
});
