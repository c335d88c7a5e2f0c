import { expect, test } from 'vitest';
import { lineAt } from '../testing/lines.ts';
import { textBoxesOf } from './text-boxes.ts';

const words = 'eight words on one line of the page';

test('a straight line keeps its boxes, with the gaps between them', () => {
  const line = lineAt(words, { left: 50, top: 50 });
  expect(textBoxesOf(line).map(({ box }) => box)).toEqual(line.words.map(({ box }) => box));
  expect(textBoxesOf(line).map(({ gap }) => gap)).toEqual([10, 10, 10, 10, 10, 10, 10, undefined]);
});

test('a word that touches the next ends a fifth of its height before it', () => {
  const [before, after] = lineAt('abcdef abc', { left: 50, top: 50 }).words;
  if (before === undefined || after === undefined) throw new Error('Two words were asked for');
  const touching = { ...after, box: { ...after.box, left: before.box.left + before.box.width } };
  const [first] = textBoxesOf({ ...lineAt('abcdef abc', { left: 50, top: 50 }), words: [before, touching] });
  expect(first).toMatchObject({ box: { left: 50, width: 56 }, gap: 4 });
});

test('a line that falls is flattened until its words are within 0.4 of their height, its middle where it was', () => {
  const line = lineAt(words, { left: 50, top: 50, slope: 0.04 });
  const tops = textBoxesOf(line).map(({ box }) => box.top);
  const own = line.words.map(({ box }) => box.top);
  expect(Math.max(...tops) - Math.min(...tops)).toBeCloseTo(0.4 * 20);
  expect((Math.max(...tops) + Math.min(...tops)) / 2).toBeCloseTo((Math.max(...own) + Math.min(...own)) / 2);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

test('a line that falls by far more than its height stays on its picture', () => {
  const line = lineAt(words, { left: 50, top: 50, slope: 0.3 });
  expect(textBoxesOf(line).map(({ box }) => box.top)).toEqual(line.words.map(({ box }) => box.top));
});
