import { type Alphabet, alphabetOf } from '../recognition/alphabet.ts';
import { decodeCtc, type FrameScores } from '../recognition/ctc.ts';
import type { RecognisedLine } from '../recognition/recognise.ts';
import { evidenceOf } from '../recognition/rescoring-evidence.ts';

export const ALPHABET: Alphabet = alphabetOf(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'-.,@|äéíýßł"],
  'all',
);

/** A letter, or letters that the recogniser is torn between. */
const SEEN = /\[([^\]]+)\]|./gu;

/**
 * A line as a recogniser scores it: a frame a character and a blank after each. For `[bh]` it is torn between the two: the first has
 * the probability `first`, the others share the rest.
 */
export function scoresOf(text: string, first: number): FrameScores {
  const classes = ALPHABET.characters.length;
  const rows: Float32Array[] = [];
  const row = (values: readonly (readonly [string, number])[]) => {
    const scores = new Float32Array(classes);
    for (const [character, value] of values) {
      const index = ALPHABET.characters.indexOf(character);
      if (index < 0) throw new Error(`${character} is not in the alphabet`);
      scores[index] = value;
    }
    rows.push(scores);
  };
  for (const [seen, torn] of text.matchAll(SEEN)) {
    const others = [...(torn ?? '')].slice(1);
    if (torn === undefined) row([[seen, 0.99]]);
    else row([[torn.charAt(0), first], ...others.map((other) => [other, (1 - first) / others.length] as const)]);
    row([['', 0.99]]);
  }
  return { data: Float32Array.from(rows.flatMap((scores) => [...scores])), frames: rows.length, classes };
}

/** The same line as it was read, with what was seen of its unsure letters. */
export function lineReadAs(text: string, first = 0.7): RecognisedLine {
  const scores = scoresOf(text, first);
  const characters = decodeCtc(scores, ALPHABET);
  const words: (typeof characters)[] = [[]];
  for (const character of characters) {
    if (character.text === ' ') words.push([]);
    else words.at(-1)?.push(character);
  }
  const evidence = evidenceOf(words, scores, ALPHABET);
  const point = { x: 0, y: 0 };
  return {
    confidence: 1,
    words: words.map((word, index) => ({
      text: word.map((character) => character.text).join(''),
      confidence: word.reduce((sum, { confidence }) => sum + confidence, 0) / word.length,
      corners: [point, point, point, point],
      columns: { start: 0, end: 1 },
      edges: Array.from({ length: word.length + 1 }, (_, edge) => edge / word.length),
      evidence: evidence[index],
    })),
  };
}
