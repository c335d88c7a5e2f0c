import { describe, expect, test } from 'vitest';
import { covers, reachesFor, reachOf } from './font-reach.ts';
import type { LaidPiece } from './laid-text.ts';

/** A piece whose letters reach so far above and below a baseline, at a font size of 100 pixels. */
function piece(above: number, below: number): LaidPiece {
  return { text: 'word', left: 0, right: 80, base: 500, top: 500 - above, bottom: 500 + below, fontSize: 100 };
}

describe('the reach of a piece', () => {
  test('is what it covers by its font size, and never nothing', () => {
    expect(reachOf(piece(80, 20))).toEqual({ ascent: 800, descent: 200 });
    expect(reachOf(piece(81, 23))).toEqual({ ascent: 800, descent: 250 });
    expect(reachOf(piece(-4, -9))).toEqual({ ascent: 50, descent: 0 });
  });
});

describe('the fonts of a text', () => {
  test('are one where its words are nearly as high', () => {
    const pieces = [piece(80, 20), piece(70, 20), piece(60, 0), piece(85, 25)];
    const [font, ...others] = reachesFor(pieces);
    expect(others).toEqual([]);
    expect(font).toEqual({ ascent: 850, descent: 250 });
  });

  test('are as many as it takes to cover every word, and none much farther than it is high', () => {
    const pieces = Array.from({ length: 150 }, (_, index) => piece(30 + index, 120 - 0.8 * index));
    const fonts = reachesFor(pieces);
    expect(fonts.length).toBeLessThan(9);
    for (const each of pieces) expect(fonts.some((font) => covers(font, reachOf(each)))).toBe(true);
    expect(covers({ ascent: 1200, descent: 200 }, reachOf(piece(80, 20)))).toBe(false);
  });

  test('of no text are none', () => {
    expect(reachesFor([])).toEqual([]);
  });
});
