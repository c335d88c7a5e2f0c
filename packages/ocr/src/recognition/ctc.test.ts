import { describe, expect, test } from 'vitest';
import { alphabetOf } from './alphabet.ts';
import { decodeCtc, type FrameScores, highestScore } from './ctc.ts';

// Classes: 0 blank, 1 a, 2 b, 3 中, 4 the space.
const alphabet = alphabetOf(['a', 'b', '中'], 'all');

function scoresOf(...frames: readonly (readonly number[])[]): FrameScores {
  return { data: Float32Array.from(frames.flat()), frames: frames.length, classes: 5 };
}

const blank = [1, 0, 0, 0, 0];
const a = [0.1, 0.9, 0, 0, 0];
const b = [0.2, 0, 0.8, 0, 0];

describe('greedy decoding', () => {
  const read = (...frames: number[][]) => decodeCtc(scoresOf(...frames), alphabet);

  test('repeated frames are one character, with its first and last frame and its best probability', () => {
    expect(read(blank, a, [0.4, 0.6, 0, 0, 0], blank)).toEqual([
      { text: 'a', confidence: expect.closeTo(0.9), from: 1, to: 2 },
    ]);
  });

  test('a blank between equal characters makes them two', () => {
    expect(read(a, blank, a).map(({ text }) => text)).toEqual(['a', 'a']);
  });

  test('different characters need no blank between them', () => {
    expect(read(a, b, b, a).map(({ text }) => text)).toEqual(['a', 'b', 'a']);
  });

  test('nothing but blanks is nothing', () => {
    expect(read(blank, blank)).toEqual([]);
  });
});

test('the highest score looks at the frames given, both ends included', () => {
  const scores = scoresOf([0, 0, 0, 0, 0.5], [0, 0, 0, 0, 0.1], [0, 0, 0, 0, 0.25], [0, 0, 0, 0, 0.9]);
  expect(highestScore(scores, 4, 1, 2)).toBeCloseTo(0.25);
  expect(highestScore(scores, 4, 0, 3)).toBeCloseTo(0.9);
});

describe('the alphabet', () => {
  test('has the blank first and the space last', () => {
    const { characters, classes, space } = alphabetOf(['x', '中'], 'all');
    expect(characters).toEqual(['', 'x', '中', ' ']);
    expect([...classes]).toEqual([0, 1, 2, 3]);
    expect(space).toBe(3);
  });

  test('Latin keeps accents and punctuation and drops Greek, Cyrillic, Chinese and full-width forms', () => {
    const dictionary = ['π', 'é', 'ž', '—', '“', '€', 'Я', '中', '\uff21'];
    const { characters, classes, space } = alphabetOf(dictionary, 'latin');
    expect(characters).toEqual(['', 'é', 'ž', '—', '“', '€', ' ']);
    expect([...classes]).toEqual([0, 2, 3, 4, 5, 6, 10]);
    expect(space).toBe(6);
  });
});
