import { expect, test } from 'vitest';
import type { Rectangle } from '../geometry.ts';
import { hasUnseenPrint } from './unseen-print.ts';

const [WIDTH, HEIGHT] = [320, 480];

/** White but for the pixels that are `ink`. */
function pageOf(ink: (x: number, y: number) => boolean) {
  const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(255);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) if (ink(x, y)) data.fill(0, (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3);
  }
  return { width: WIDTH, height: HEIGHT, data };
}

/** Letters of 3 by 3 pixels, in lines of 6: too small for the detector. */
const tinyPrint = pageOf(
  (x, y) => x > 32 && x < 288 && y > 32 && y < 448 && y % 6 < 3 && x % 4 < 3 && (x * y) % 3 !== 1,
);

function lineAt(y: number, height = 12): Rectangle {
  return { center: { x: 160, y }, width: 280, height, angle: 0 };
}

test('print in no box is unseen', () => {
  expect(hasUnseenPrint(tinyPrint, [])).toBe(true);
  expect(hasUnseenPrint(tinyPrint, [lineAt(40), lineAt(200)])).toBe(true);
});

test('print in boxes is seen, also where a quarter of it is in none', () => {
  const lines = Array.from({ length: 30 }, (_, index) => lineAt(40 + 14 * index));
  expect(hasUnseenPrint(tinyPrint, lines)).toBe(false);
  expect(hasUnseenPrint(tinyPrint, lines.slice(8))).toBe(false);
});

test('a box as high as a column of text is print that ran together', () => {
  expect(hasUnseenPrint(tinyPrint, [lineAt(240, 440)])).toBe(true);
});

test('white paper, rules, frames and dark areas are no print', () => {
  expect(
    hasUnseenPrint(
      pageOf(() => false),
      [],
    ),
  ).toBe(false);
  expect(
    hasUnseenPrint(
      pageOf((_, y) => y % 8 === 0),
      [],
    ),
  ).toBe(false);
  expect(
    hasUnseenPrint(
      pageOf((x) => x % 8 === 0),
      [],
    ),
  ).toBe(false);
  expect(
    hasUnseenPrint(
      pageOf((x, y) => x > 100 && y > 100),
      [],
    ),
  ).toBe(false);
});

test('a small logo is no reason to look again', () => {
  expect(
    hasUnseenPrint(
      pageOf((x, y) => x < 48 && y < 48 && (x >> 1) % 2 === (y >> 1) % 2),
      [],
    ),
  ).toBe(false);
});
