import type { Character } from './ctc.ts';
import { type InkProfile, type Span, widestGap } from './ink-profile.ts';
import { middleOf } from './word-spacing.ts';

/**
 * Where each word of a line lies, in pixel columns of the crop. A word ends where the widest gap after it begins; where letters
 * touch, halfway between the two characters.
 */
export function wordSpans(words: readonly (readonly Character[])[], ink: InkProfile, frameWidth: number): Span[] {
  const width = ink.columns.length;
  const gaps = words.slice(1).map((word, index) => gapBetween(words[index] ?? [], word, ink, frameWidth));
  const firstInk = ink.columns.findIndex((count) => count > 0);
  const lastInk = ink.columns.findLastIndex((count) => count > 0);
  return words.map((_, index) => {
    const start = gaps[index - 1]?.end ?? Math.max(0, firstInk);
    const end = gaps[index]?.start ?? (lastInk < 0 ? width : lastInk + 1);
    return { start, end: Math.max(end, start + 1) };
  });
}

function gapBetween(
  before: readonly Character[],
  after: readonly Character[],
  ink: InkProfile,
  frameWidth: number,
): Span {
  const [last, first] = [before.at(-1), after[0]];
  const from = last === undefined ? 0 : middleOf(last, frameWidth);
  const to = first === undefined ? ink.columns.length : middleOf(first, frameWidth);
  const middle = Math.round((from + to) / 2);
  return widestGap(ink, from, to) ?? { start: middle, end: middle };
}
