import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { cut, noise, type OddFile, oddFile, picture, QUARTERED } from './odd-file.ts';
import { tiff, type TiffPage } from './tiff-builder.ts';

const RED = Uint8Array.from([255, 0, 0]);

/** A page of one colour, uncompressed. */
function plain(colour: Uint8Array, changes: Partial<TiffPage> = {}): TiffPage {
  const pixels = Buffer.concat(Array.from({ length: 16 * 16 }, () => colour));
  return { width: 16, height: 16, parts: [pixels], bits: [8, 8, 8], photometric: 2, ...changes };
}

const red = plain(RED);
const blue = plain(Uint8Array.from([0, 0, 255]));
const grey = (value: number, changes: Partial<TiffPage> = {}): TiffPage => ({
  width: 16,
  height: 16,
  parts: [Buffer.alloc(16 * 16, value)],
  ...changes,
});

/** Two by two bytes of a picture, each as `bytes` more. */
const bytesOf = (...values: readonly number[]) => Uint8Array.from(values);
const floats = (...values: readonly number[]) => new Uint8Array(Float32Array.from(values).buffer);

const TINY: TiffPage = { width: 1, height: 1, parts: [Buffer.alloc(1)] };
/** Pages as small as they can be; one more than are read, or any other number. */
const many = (count: number) => tiff(Array.from({ length: count }, () => TINY));

/**
 * One row of a fax, eight pixels black and eight white. ITU-T T.4 (one dimension): 0 white (00110101), 8 black (000101), 8 white
 * (10011). T.6: horizontal mode (001) with the first two, then vertical mode 0 (1).
 */
const FAX_ROWS = {
  group3: bytesOf(0b00110101, 0b00010110, 0b01100000),
  group4: bytesOf(0b00100110, 0b10100010, 0b11000000, 0b00000100, 0b00000000, 0b01000000),
};
const fax = (compression: number, row: Uint8Array): TiffPage => ({
  width: 16,
  height: 1,
  parts: [row],
  bits: [1],
  photometric: 0,
  compression,
});
const FAX_SEEN = '16x1 black,white,black,white';

const compressed = (compression: 'lzw' | 'deflate' | 'packbits' | 'jpeg' | 'webp') => () =>
  picture().resize(200, 100, { kernel: 'nearest' }).tiff({ compression, quality: 100 }).toBuffer();
const LARGE = QUARTERED.replace('20x10', '200x100');

export const TIFF_FILES: readonly OddFile[] = [
  oddFile('of which only the header is left', 'image-corrupt', () => tiff([red]).subarray(0, 8)),
  oddFile('that ends within its header', 'image-corrupt', () => tiff([red]).subarray(0, 6)),
  oddFile('that ends within its directory', 'image-corrupt', () => tiff([red]).subarray(0, 40)),
  oddFile('that ends within its pixels', 'image-corrupt', () => cut(tiff([red]), 0.5)),
  oddFile('of two pages that ends within the second', '16x16 red | !image-corrupt', () => cut(tiff([red, blue]), 0.8)),
  oddFile('of three pages that ends before the second', '16x16 red | !tiff-page-missing', () =>
    cut(tiff([red, blue, red]), 0.35),
  ),
  oddFile('of three pages, the second broken', '16x16 red | !image-corrupt | 16x16 blue', () =>
    tiff([red, plain(RED, { entries: [[273, 4, 1e9]] }), blue]),
  ),
  oddFile('of three pages, the second too large', '16x16 red | !image-too-many-pixels | 16x16 blue', () =>
    tiff([red, plain(RED, { width: 40_000, height: 40_000 }), blue]),
  ),
  oddFile('of two pages, neither readable', 'no-page-readable', () =>
    tiff([red, red].map(() => plain(RED, { entries: [[273, 4, 1e9]] }))),
  ),
  oddFile('whose pages go round in a circle', '16x16 red | 16x16 blue | !tiff-pages-circular', () =>
    tiff([red, blue], { next: (index, offsets) => offsets[1 - index] ?? 0 }),
  ),
  oddFile('whose one page is followed by itself', '16x16 red | !tiff-pages-circular', () =>
    tiff([red], { next: (_, [first = 0]) => first }),
  ),
  oddFile('of 3001 pages', 'too-many-pages', () => many(3001)),
  oddFile('of 60,000 pages', 'too-many-pages', () => many(60_000)),
  oddFile('of 3000 pages, of which one is asked for', '1x1 black', () => many(3000), { pages: '3000' }),
  oddFile('of a million pages of no size', 'image-corrupt', () => Buffer.concat([tiff([]), Buffer.alloc(6e6)])),
  oddFile('without pages', 'image-corrupt', () => Buffer.from('II*\0\0\0\0\0', 'latin1')),
  oddFile('without width', 'image-corrupt', () => tiff([plain(RED, { width: 0 })])),
  oddFile('of two thousand million pixels a side', 'image-corrupt', () =>
    tiff([plain(RED, { width: 0x7fffffff, height: 0x7fffffff })]),
  ),
  oddFile('of 50,000 by 50,000 pixels', 'image-too-many-pixels', () =>
    tiff([plain(RED, { width: 50_000, height: 50_000 })]),
  ),
  oddFile('with tiles of 65,536 pixels a side', 'image-corrupt', () => tiff([plain(RED, { tile: [65_536, 65_536] })])),
  oddFile('of 60,000 channels', 'image-corrupt', () => tiff([grey(0, { entries: [[277, 3, 60_000]] })])),
  oddFile('of a compression that there is not', 'image-corrupt', () => tiff([grey(0, { compression: 4711 })])),
  oddFile('whose pixels inflate to a thousand times what was said', '16x16 black', () =>
    tiff([grey(0, { compression: 8, parts: [deflateSync(Buffer.alloc(256_000))] })]),
  ),
  oddFile('whose pixels inflate to less than what was said', 'image-corrupt', () =>
    tiff([grey(0, { compression: 8, parts: [deflateSync(Buffer.alloc(20))] })]),
  ),
  oddFile('with a smaller copy and a mask of its page', '16x16 red | 16x16 blue', () =>
    tiff([red, plain(RED, { entries: [[254, 4, 1]] }), grey(0, { entries: [[254, 4, 4]] }), blue]),
  ),
  oddFile('in the other order of bytes', '16x16 red | 16x16 blue', () => tiff([red, blue], { bigEndian: true })),
  oddFile('that is a BigTIFF', '16x16 red | 16x16 blue', () => tiff([red, blue], { bigTiff: true })),
  oddFile('that is a BigTIFF in the other order of bytes', '16x16 blue', () =>
    tiff([blue], { bigTiff: true, bigEndian: true }),
  ),
  oddFile('that is a BigTIFF going round in a circle', '16x16 red | !tiff-pages-circular', () =>
    tiff([red], { bigTiff: true, next: (_, [first = 0]) => first }),
  ),
  oddFile('that is a BigTIFF whose next page lies beyond all disks', '16x16 red | !tiff-page-missing', () =>
    tiff([red], { bigTiff: true, next: () => 2 ** 60 }),
  ),
  oddFile('of tiles', '32x16 red', () =>
    tiff([plain(RED, { width: 32, tile: [16, 16], parts: [...red.parts, ...red.parts] })]),
  ),
  oddFile('of strips', '16x16 black,black,grey,grey', () =>
    tiff([grey(0, { parts: [Buffer.alloc(128, 0), Buffer.alloc(128, 128)] })]),
  ),
  oddFile('of planes', '16x16 red', () =>
    tiff([
      plain(RED, {
        parts: [255, 0, 0].map((value) => Buffer.alloc(256, value)),
        entries: [
          [278, 4, 16],
          [284, 3, 2],
        ],
      }),
    ]),
  ),
  oddFile('of 16 bits', '2x1 black,white,black,white', () =>
    tiff([{ width: 2, height: 1, bits: [16], parts: [bytesOf(0, 0, 255, 255)] }]),
  ),
  oddFile('of floating-point numbers', 'image-unsupported', () =>
    tiff([{ width: 2, height: 1, bits: [32], parts: [floats(0, 1)], entries: [[339, 3, 3]] }]),
  ),
  oddFile('of 32 bits', 'image-unsupported', () =>
    tiff([{ width: 2, height: 1, bits: [32], parts: [Buffer.alloc(8)] }]),
  ),
  oddFile('of one bit, zero white', '8x1 white', () =>
    tiff([{ width: 8, height: 1, bits: [1], photometric: 0, parts: [bytesOf(0)] }]),
  ),
  oddFile('with a palette', '2x1 red,white,red,white', () =>
    tiff([
      {
        width: 2,
        height: 1,
        bits: [1],
        photometric: 3,
        parts: [bytesOf(0b0100_0000)],
        entries: [[320, 3, 65_535, 65_535, 0, 65_535, 0, 65_535]],
      },
    ]),
  ),
  oddFile('with transparency', '16x16 white', () =>
    tiff([
      plain(bytesOf(255, 0, 0, 0), {
        bits: [8, 8, 8, 8],
        entries: [[338, 3, 2]],
      }),
    ]),
  ),
  oddFile('of CMYK', '16x16 red', () => tiff([plain(bytesOf(0, 255, 255, 0), { bits: [8, 8, 8, 8], photometric: 5 })])),
  oddFile('that stands on its head', '20x10 red,white,white,black', async () =>
    sharp(await picture().rotate(180).png().toBuffer())
      .withMetadata({ orientation: 3 })
      .tiff()
      .toBuffer(),
  ),
  oddFile('of a fax, group 3', FAX_SEEN, () => tiff([fax(3, FAX_ROWS.group3)])),
  oddFile('of a fax, group 4', FAX_SEEN, () => tiff([fax(4, FAX_ROWS.group4)])),
  ...(['lzw', 'deflate', 'packbits', 'jpeg', 'webp'] as const).map((name) =>
    oddFile(`compressed by ${name}`, LARGE, compressed(name)),
  ),
  oddFile('of noise, cut within its second strip', 'image-corrupt', async () =>
    cut(await noise(64, 64).tiff({ compression: 'none' }).toBuffer(), 0.6),
  ),
];
