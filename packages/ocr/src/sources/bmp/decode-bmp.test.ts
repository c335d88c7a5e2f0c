import { Fault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { bmpOf, type BmpParts } from '../../testing/bmp.ts';
import { readBmpHeader } from './bmp-header.ts';
import { decodeBmp } from './decode-bmp.ts';

const RED = [0, 0, 255, 0];
const GREEN = [0, 255, 0, 0];
const BLUE = [255, 0, 0, 0];
const COLOURS: Readonly<Record<string, string>> = {
  '255,0,0': 'R',
  '0,255,0': 'G',
  '0,0,255': 'B',
  '255,255,255': 'W',
  '0,0,0': 'K',
};

/** A letter for each pixel, rows from the top. */
function letters(bytes: Uint8Array): string {
  const { width, data } = decodeBmp(bytes);
  const pixels = Array.from({ length: data.length / 3 }, (_, pixel) => {
    const colour = data.subarray(pixel * 3, pixel * 3 + 3).join(',');
    return COLOURS[colour] ?? `(${colour})`;
  });
  return Array.from({ length: pixels.length / width }, (_, row) =>
    pixels.slice(row * width, (row + 1) * width).join(''),
  ).join(' ');
}

const twoRows = {
  width: 2,
  height: 2,
  depth: 24,
  pixels: [255, 0, 0, 0, 255, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0],
};
const runs = { width: 5, height: 2, depth: 8, compression: 1, palette: [...RED, ...GREEN, ...BLUE] };

const CASES: readonly [string, BmpParts, string][] = [
  ['24 bits, the bottom row first', twoRows, 'RW BG'],
  ['24 bits, the top row first', { ...twoRows, height: -2 }, 'BG RW'],
  [
    '1 bit',
    { width: 9, height: 1, depth: 1, palette: [...RED, ...BLUE], pixels: [0b01010000, 0b10000000, 0, 0] },
    'RBRBRRRRB',
  ],
  [
    '2 bits',
    { width: 3, height: 1, depth: 2, palette: [...RED, ...GREEN, ...BLUE], pixels: [0b00011000, 0, 0, 0] },
    'RGB',
  ],
  [
    '4 bits',
    { width: 3, height: 1, depth: 4, palette: [...RED, ...GREEN, ...BLUE], pixels: [0x01, 0x20, 0, 0] },
    'RGB',
  ],
  [
    '8 bits, an index without a colour being black',
    { width: 3, height: 1, depth: 8, palette: [...RED, ...GREEN], pixels: [1, 0, 7, 0] },
    'GRK',
  ],
  ['16 bits: 5 of each', { width: 2, height: 1, depth: 16, pixels: [0x00, 0x7c, 0xff, 0x7f] }, 'RW'],
  [
    '16 bits: 5, 6 and 5',
    {
      width: 2,
      height: 1,
      depth: 16,
      compression: 3,
      masks: [0xf800, 0x07e0, 0x001f],
      pixels: [0xe0, 0x07, 0x1f, 0x00],
    },
    'GB',
  ],
  ['32 bits, the fourth byte not used', { width: 2, height: 1, depth: 32, pixels: [...RED, ...BLUE] }, 'RB'],
  [
    '32 bits in another order',
    { width: 1, height: 1, depth: 32, compression: 3, masks: [0xff, 0xff00, 0xff0000], pixels: [...RED] },
    'B',
  ],
  [
    '32 bits with transparency: on white',
    {
      width: 3,
      height: 1,
      depth: 32,
      compression: 3,
      masks: [0xff0000, 0xff00, 0xff, 0xff000000],
      pixels: [0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 51],
    },
    'RW(204,204,204)',
  ],
  [
    '32 bits, all of it said to be transparent: opaque',
    {
      width: 1,
      height: 1,
      depth: 32,
      compression: 3,
      masks: [0xff0000, 0xff00, 0xff, 0xff000000],
      pixels: [0, 0, 255, 0],
    },
    'R',
  ],
  // Two blue; three as they are; end of line. Four red, then the end.
  ['8 bits, run-length encoded', { ...runs, pixels: [2, 2, 0, 3, 1, 0, 1, 0, 0, 0, 4, 0, 0, 1] }, 'RRRRR BBGRG'],
  ['8 bits, run-length encoded, with a jump', { ...runs, pixels: [1, 1, 0, 2, 2, 1, 2, 2, 0, 1] }, 'RRRBB GRRRR'],
  ['8 bits, run-length encoded, a run beyond the edge', { ...runs, pixels: [99, 2, 0, 0, 5, 1, 0, 1] }, 'GGGGG BBBBB'],
  // Three of green and blue in turn; five as they are, in three bytes and one of padding.
  [
    '4 bits, run-length encoded',
    { ...runs, depth: 4, compression: 2, pixels: [3, 0x12, 0, 0, 0, 5, 0x01, 0x20, 0x10, 0, 0, 1] },
    'RGBRG GBGRR',
  ],
];

test.each(CASES)('%s', (_, parts, expected) => {
  expect(letters(bmpOf(parts))).toBe(expected);
});

test('the header of OS/2 has 12 bytes, and colours of 3', () => {
  const bytes = new Uint8Array(26 + 6 + 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(10, 32, true);
  view.setUint32(14, 12, true);
  [2, 1, 1, 1].forEach((value, index) => view.setUint16(18 + index * 2, value, true));
  bytes.set([0, 0, 255, 255, 0, 0, 0b01000000], 26);
  expect(letters(bytes)).toBe('RB');
});

test('dots per inch come from pixels per metre', () => {
  expect(readBmpHeader(bmpOf({ ...twoRows, density: 300 })).density).toBe(300);
  expect(readBmpHeader(bmpOf(twoRows)).density).toBeUndefined();
});

describe('is a fault, wherever it is cut', () => {
  test.each(CASES)('%s', (_, parts) => {
    const whole = bmpOf(parts);
    for (let length = 14; length < whole.length; length++) {
      // Padding at the end may be missing, and run-length data may lack the mark of its end.
      const outcome = outcomeOf(whole.subarray(0, length));
      if (outcome === 'image-corrupt') continue;
      expect(letters(whole.subarray(0, length))).toBe(letters(whole));
      expect(whole.length - length).toBeLessThanOrEqual(3);
    }
  });
});

describe('what is not read says so', () => {
  test.each([
    ['a JPEG within a BMP', { ...twoRows, compression: 4 }, 'bmp-unsupported'],
    ['run lengths of 24 bits', { ...twoRows, compression: 1 }, 'bmp-unsupported'],
    ['7 bits per pixel', { ...twoRows, depth: 7 }, 'bmp-unsupported'],
    ['no width', { ...twoRows, width: 0 }, 'image-corrupt'],
    ['a negative width', { ...twoRows, width: -2 }, 'image-corrupt'],
    ['more pixels than there are bytes', { ...twoRows, width: 9000, height: 9000 }, 'image-corrupt'],
  ] as const)('%s', (_, parts, code) => {
    expect(outcomeOf(bmpOf(parts))).toBe(code);
  });
});

function outcomeOf(bytes: Uint8Array): string {
  try {
    return letters(bytes);
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
}
