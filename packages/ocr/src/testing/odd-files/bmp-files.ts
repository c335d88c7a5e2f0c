import { bmpOf } from '../bmp.ts';
import { type OddFile, oddFile } from './odd-file.ts';

const RED = [0, 0, 255];
/** Two by two pixels of 24 bits: rows are padded to four bytes. */
const square = (changes: Partial<Parameters<typeof bmpOf>[0]> = {}) =>
  bmpOf({ width: 2, height: 2, depth: 24, pixels: [...RED, ...RED, 0, 0, ...RED, ...RED, 0, 0], ...changes });

const RLE8 = 1;
const BITFIELDS = 3;

export const BMP_FILES: readonly OddFile[] = [
  oddFile('of which only the first header is left', 'image-corrupt', () => square().subarray(0, 14)),
  oddFile('that ends within its pixels', 'image-corrupt', () => square().subarray(0, -5)),
  oddFile('of 40,000 by 40,000 pixels', 'image-too-many-pixels', () => square({ width: 40_000, height: 40_000 })),
  oddFile('of minus two thousand million rows', 'image-too-many-pixels', () => square({ height: -0x80000000 })),
  oddFile('without width', 'image-corrupt', () => square({ width: 0 })),
  oddFile('of a negative width', 'image-corrupt', () => square({ width: -2 })),
  oddFile('of 7 bits', 'bmp-unsupported', () => square({ depth: 7 })),
  oddFile('compressed in a way that there is not', 'bmp-unsupported', () => square({ compression: 77 })),
  oddFile('whose runs go beyond its rows', '2x2 red', () =>
    square({ depth: 8, compression: RLE8, palette: [0, 0, 255, 0], pixels: [255, 0, 255, 0, 0, 1] }),
  ),
  oddFile('of runs', '2x2 red', () =>
    square({ depth: 8, compression: RLE8, palette: [0, 0, 255, 0], pixels: [2, 0, 0, 0, 2, 0, 0, 1] }),
  ),
  oddFile('with a palette that lacks colours', '2x2 black', () =>
    square({ depth: 8, palette: [0, 0, 255, 0], pixels: [9, 9, 0, 0, 9, 9, 0, 0] }),
  ),
  oddFile('with masks', '1x1 red', () =>
    bmpOf({
      width: 1,
      height: 1,
      depth: 16,
      compression: BITFIELDS,
      masks: [0xf800, 0x07e0, 0x001f],
      pixels: [0x00, 0xf8, 0, 0],
    }),
  ),
  oddFile('of which the top row comes first', '2x2 red', () => square({ height: -2 })),
];
