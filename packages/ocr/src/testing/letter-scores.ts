import { type Alphabet, alphabetOf } from '../recognition/alphabet.ts';
import { decodeCtc, type FrameScores } from '../recognition/ctc.ts';
import type { RecognisedLine } from '../recognition/recognise.ts';
import { evidenceOf } from '../recognition/rescoring-evidence.ts';

export const ALPHABET: Alphabet = alphabetOf(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'-.,@|äéíýßł"],
  'all',
);

/** Letters that the recogniser is torn between, written `[bh]`, with the probability of the first; the second has the rest. */
const TORN = /\[(.)(.)\]/g;

/** A line as a recogniser scores it: a frame a character and a blank after each; `[bh]` has two readings. */
export function scoresOf(text: string, first: number): FrameScores {
  const classes = ALPHABET.characters.length;
  const characters = text.replaceAll(TORN, (_, a: string, b: string) => String.fromCodePoint(0xe000) + a + b);
  const rows: number[][] = [];
  const row = (...values: readonly (readonly [string, number])[]) => {
    const scores = Array.from({ length: classes }, () => 0);
    for (const [character, value] of values) {
      const index = ALPHABET.characters.indexOf(character);
      if (index < 0) throw new Error(`${character} is not in the alphabet`);
      scores[index] = value;
    }
    rows.push(scores);
  };
  for (let place = 0; place < characters.length; place++) {
    const character = characters.charAt(place);
    if (character === '\ue000') {
      row([characters.charAt(place + 1), first], [characters.charAt(place + 2), 1 - first]);
      place += 2;
    } else row([character, 0.99]);
    row(['', 0.99]);
  }
  return { data: Float32Array.from(rows.flat()), frames: rows.length, classes };
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
