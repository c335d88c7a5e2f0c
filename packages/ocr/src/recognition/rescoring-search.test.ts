import { expect, test } from 'vitest';
import { lexiconOf } from './lexicon.ts';
import type { LetterScores } from './rescoring-evidence.ts';
import { likelyWords, scoreOfText } from './rescoring-search.ts';

/** Frames that say of some characters how probable they are; what is left is blank. */
function scoresOf(...frames: readonly Readonly<Record<string, number>>[]): LetterScores {
  const letters = [...new Set(frames.flatMap((frame) => Object.keys(frame)))];
  const data = frames.flatMap((frame) => {
    const values = letters.map((letter) => frame[letter] ?? 0);
    return [1 - values.reduce((sum, value) => sum + value, 0), ...values];
  });
  return {
    characters: letters.map((letter) => letter.charCodeAt(0)),
    frames: frames.length,
    data: Float32Array.from(data),
  };
}

/** What every sequence of classes gives, summed by the text that it collapses to. */
function sumOfAlignments({ characters, frames, data }: LetterScores): Map<string, number> {
  let paths = [{ text: '', last: 0, probability: 1 }];
  for (let frame = 0; frame < frames; frame++) {
    paths = paths.flatMap((path) =>
      [0, ...characters].map((character, place) => ({
        text: character === 0 || character === path.last ? path.text : path.text + String.fromCharCode(character),
        last: character,
        probability: path.probability * (data[frame * (characters.length + 1) + place] ?? 0),
      })),
    );
  }
  const sums = new Map<string, number>();
  for (const { text, probability } of paths) sums.set(text, (sums.get(text) ?? 0) + probability);
  return sums;
}

const scores = scoresOf({ t: 0.6, f: 0.2 }, { t: 0.1, o: 0.5 }, { o: 0.4 }, { o: 0.3, e: 0.3 }, { e: 0.2, t: 0.1 });

test('the score of a text is the sum over its alignments', () => {
  const sums = sumOfAlignments(scores);
  for (const text of ['to', 'too', 'toe', 'foe', 'tote', 't', '']) {
    expect(Math.exp(scoreOfText(scores, text))).toBeCloseTo(sums.get(text) ?? 0, 6);
  }
  expect(scoreOfText(scores, 'tox')).toBe(-Infinity);
});

test('the likely words are those of the lexicon, each with its score, likeliest first', () => {
  const lexicon = lexiconOf('en', { common: ['toe', 'to', 'fax'], usual: ['too'], rare: ['foe', 'tot', 'tote'] });
  const words = likelyWords(scores, lexicon);
  expect(words.map(({ word }) => word).toSorted()).toEqual(['foe', 'to', 'toe', 'too', 'tot']);
  for (const { word, score } of words) expect(score).toBeCloseTo(scoreOfText(scores, word), 5);
  expect(words.map(({ score }) => score)).toEqual(words.map(({ score }) => score).toSorted((a, b) => b - a));
  expect(words.find(({ word }) => word === 'foe')?.rarity).toBe('rare');
});

test('one letter that was read as two, and two that were read as one, are found', () => {
  const lexicon = lexiconOf('en', { common: ['may', 'burn'], usual: [], rare: [] });
  const rnay = scoresOf({ r: 0.6, m: 0.3 }, { n: 0.6, m: 0.3 }, { a: 0.9 }, { y: 0.9 });
  expect(likelyWords(rnay, lexicon)[0]?.word).toBe('may');
  const bum = scoresOf({ b: 0.9 }, { u: 0.9 }, { m: 0.6, r: 0.3 }, { m: 0.6, n: 0.3 });
  expect(likelyWords(bum, lexicon)[0]?.word).toBe('burn');
});
