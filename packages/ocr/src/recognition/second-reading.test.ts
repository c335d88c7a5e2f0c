import { expect, test } from 'vitest';
import { type Crop, cropOf } from './crop.ts';
import type { RecognisedLine, RecognisedWord } from './recognise.ts';
import { passagesOf, type ReadCrops, readTwice } from './second-reading.ts';

const HEIGHT = 48;

/** A crop of a level line that stands at `left`, one pixel of the page a pixel of the crop. */
function levelCrop(width: number, left = 0): Crop {
  return cropOf([
    { x: left, y: 0 },
    { x: left + width, y: 0 },
    { x: left + width, y: HEIGHT },
    { x: left, y: HEIGHT },
  ]);
}

/** Words in a row, `advance` pixels each with a gap of 20, as [text, confidence]. */
function lineOf(words: readonly (readonly [string, number])[], advance = 200): RecognisedLine {
  const placed = words.map(([text, confidence], index): RecognisedWord => {
    const columns = { start: index * advance, end: (index + 1) * advance - 20 };
    return { text, confidence, columns, corners: levelCrop(advance - 20, columns.start).corners, edges: [] };
  });
  const sum = words.reduce((total, [, confidence]) => total + confidence, 0);
  return { words: placed, confidence: words.length === 0 ? 0 : sum / words.length };
}

const KNOWN = new Set(['the', 'quick', 'brown', 'fox', 'jumps', 'over']);
const isKnown = (word: string) => KNOWN.has(word);
const placesOf = (line: RecognisedLine, width: number) =>
  passagesOf(line, levelCrop(width), isKnown).map(({ from, to, crop }) => [from, to, crop.corners[0].x, crop.width]);

test('what is sure is not read again', () => {
  const line = lineOf([
    ['The', 0.97],
    ['quick', 0.965],
    ["fox's", 0.98],
    ['Zyxy', 0.995],
    ['1,204.50', 0.997],
  ]);
  expect(placesOf(line, 1000)).toEqual([]);
});

test('a known word, an unknown one and a number are doubted from different confidences on', () => {
  const words = [
    ['quick', 0.95],
    ['brown', 0.97],
    ['qnick', 0.97],
    ['brown', 0.97],
    ['12', 0.97],
    ['over', 0.97],
  ] as const;
  // Each stands between the middles of the gaps around it.
  expect(placesOf(lineOf(words), 1200)).toEqual([
    [0, 1, 0, 190],
    [2, 3, 390, 200],
    [4, 5, 790, 200],
  ]);
});

test('a word that was cut in two is read again, two words that only could be one are not', () => {
  const lexicon = new Set(['description', 'in', 'to', 'into']);
  const cut = [
    ['in', 0.99],
    ['to', 0.99],
    ['Descript', 0.999],
    ['ion,', 0.999],
    ['in', 0.99],
    ['to', 0.99],
  ] as const;
  const places = passagesOf(lineOf(cut), levelCrop(1200), (word) => lexicon.has(word));
  expect(places.map(({ from, to }) => [from, to])).toEqual([[2, 4]]);
});

test('a narrow word is read with its neighbours, which tell an I from a 1', () => {
  const words = [
    ['the', 0.99],
    ['fox', 0.99],
    ['1', 0.8],
    ['quick', 0.99],
    ['fox', 0.99],
  ] as const;
  expect(placesOf(lineOf(words, 70), 350)).toEqual([[1, 4, 60, 210]]);
});

test('passages side by side are one; a line that is mostly doubtful, or was not seen at all, is read as a whole', () => {
  const near = [
    ['tlhe', 0.7],
    ['qnick', 0.7],
    ['brown', 0.99],
    ['fox', 0.99],
    ['jumps', 0.99],
  ] as const;
  expect(placesOf(lineOf(near), 1000)).toEqual([[0, 2, 0, 390]]);
  const most = [
    ['tlhe', 0.7],
    ['qnick', 0.7],
    ['brovvn', 0.7],
    ['fox', 0.99],
  ] as const;
  expect(placesOf(lineOf(most), 780)).toEqual([[0, 4, 0, 780]]);
  expect(placesOf(lineOf([]), 300)).toEqual([[0, 0, 0, 300]]);
});

test('what was read again replaces those words, in their line, and no others', async () => {
  const first = [
    lineOf([
      ['the', 0.99],
      ['qnick', 0.7],
      ['fox', 0.99],
    ]),
    lineOf([['over', 0.99]]),
    lineOf([]),
    lineOf([
      ['1.5', 0.5],
      ['brown', 0.99],
      ['fox', 0.99],
      ['jumps', 0.99],
    ]),
  ];
  const again = [
    lineOf([
      ['quick', 0.98],
      ['red', 0.97],
    ]),
    lineOf([['faint', 0.9]]),
    lineOf([['15', 0.99]]),
  ];
  const crops = [levelCrop(600), levelCrop(200), levelCrop(300), levelCrop(800)];
  const asked: number[] = [];
  const careful: ReadCrops = (parts) => {
    asked.push(...parts.map(({ width }) => width));
    return Promise.resolve(again);
  };
  const lines = await readTwice(crops, () => Promise.resolve(first), careful, isKnown);
  expect(asked).toEqual([200, 300, 190]);
  expect(lines.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual([
    'the quick red fox',
    'over',
    'faint',
    '15 brown fox jumps',
  ]);
  // The mean over characters: (3 * 0.99 + 5 * 0.98 + 3 * 0.97 + 3 * 0.99) / 14.
  expect(lines[0]?.confidence).toBeCloseTo(0.9821, 4);
});
