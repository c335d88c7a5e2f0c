import { crc32, deflateSync } from 'node:zlib';
import { ascii, cut, noise, type OddFile, oddFile, picture, QUARTERED, spoilt } from './odd-file.ts';

const SIGNATURE = ascii('\x89PNG\r\n\x1a\n');

/** A chunk as https://www.w3.org/TR/png-3/#5Chunk-layout has it. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length);
  bytes.set(ascii(type), 4);
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly type: number;
  readonly before?: readonly Buffer[];
  /** Rows as they are before compression, each with its filter byte. */
  readonly rows: Uint8Array;
}

export function png({ width, height, depth, type, before = [], rows }: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, type, 0, 0, 0], 8);
  const pixels = chunk('IDAT', deflateSync(rows));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...before, pixels, chunk('IEND', Buffer.alloc(0))]);
}

const whole = () => noise(60, 40).png().toBuffer();
const small = () => picture().png().toBuffer();
/** Two pixels a row, of so many bytes each; the second differs from the first. */
const twoByTwo = (...pixels: readonly number[]) => {
  const row = [0, ...pixels];
  return Uint8Array.from([...row, ...row]);
};

/** The file with these chunks behind its header. */
function withChunk(file: Buffer, ...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([file.subarray(0, 33), ...chunks, file.subarray(33)]);
}

export const PNG_FILES: readonly OddFile[] = [
  oddFile('of which only the signature is left', 'image-corrupt', () => SIGNATURE),
  oddFile('that ends within its header', 'image-corrupt', async () => (await whole()).subarray(0, 20)),
  oddFile('that ends after its header', 'image-corrupt', async () => (await whole()).subarray(0, 33)),
  oddFile('that ends within its pixels', 'image-corrupt', async () => cut(await whole(), 0.5)),
  oddFile('that ends with its last pixels', 'image-corrupt', async () => cut(await whole(), 0.95)),
  oddFile('without the chunk at its end', QUARTERED, async () => (await small()).subarray(0, -12)),
  oddFile('with a wrong checksum of its header', 'image-corrupt', async () => spoilt(await small(), 30)),
  oddFile('with a wrong byte among its pixels', 'image-corrupt', async () => {
    const bytes = await whole();
    return spoilt(bytes, bytes.indexOf('IDAT') + 200);
  }),
  oddFile('with a wrong checksum of a comment', QUARTERED, async () => {
    const comment = chunk('tEXt', ascii('Comment\0made by hand'));
    return withChunk(await small(), Buffer.from(spoilt(comment, comment.length - 1)));
  }),
  oddFile('of 50,000 by 50,000 zeros', 'image-too-many-pixels', () =>
    png({ width: 50_000, height: 50_000, depth: 8, type: 2, rows: Buffer.alloc(50_000) }),
  ),
  oddFile('of two thousand million pixels a side', 'image-corrupt', () =>
    png({ width: 0x7fffffff, height: 0x7fffffff, depth: 1, type: 0, rows: Buffer.alloc(100) }),
  ),
  oddFile('of 10,000 by 10,000 zeros, as much as is read', '10000x10000 black', () =>
    png({ width: 10_000, height: 10_000, depth: 1, type: 0, rows: Buffer.alloc(1251 * 10_000) }),
  ),
  oddFile('with a comment of 200 MB', QUARTERED, async () =>
    withChunk(await small(), chunk('zTXt', Buffer.concat([ascii('Comment\0\0'), deflateSync(Buffer.alloc(2e8))]))),
  ),
  oddFile('with a colour profile of 200 MB', QUARTERED, async () =>
    withChunk(await small(), chunk('iCCP', Buffer.concat([ascii('profile\0\0'), deflateSync(Buffer.alloc(2e8))]))),
  ),
  oddFile('without width', 'image-corrupt', () =>
    png({ width: 0, height: 9, depth: 8, type: 2, rows: Buffer.alloc(9) }),
  ),
  oddFile('of a depth that there is not', 'image-corrupt', () =>
    png({ width: 2, height: 2, depth: 7, type: 0, rows: Buffer.alloc(6) }),
  ),
  oddFile('with a palette whose colours are missing', 'image-corrupt', () =>
    png({ width: 2, height: 2, depth: 8, type: 3, rows: twoByTwo(7, 9) }),
  ),
  oddFile('with a palette, one of its colours transparent', '2x2 red,white,red,white', () =>
    png({
      width: 2,
      height: 2,
      depth: 8,
      type: 3,
      before: [chunk('PLTE', Buffer.from([255, 0, 0, 0, 0, 0])), chunk('tRNS', Buffer.from([255, 0]))],
      rows: twoByTwo(0, 1),
    }),
  ),
  oddFile('of one bit', '2x2 black,white,black,white', () =>
    png({ width: 2, height: 2, depth: 1, type: 0, rows: twoByTwo(0b0100_0000) }),
  ),
  oddFile('of grey with transparency', '2x2 black,white,black,white', () =>
    png({ width: 2, height: 2, depth: 8, type: 4, rows: twoByTwo(0, 255, 0, 0) }),
  ),
  oddFile('of grey with 16 bits', '2x2 black,grey,black,grey', () =>
    png({ width: 2, height: 2, depth: 16, type: 0, rows: twoByTwo(0, 0, 128, 0) }),
  ),
  oddFile('of colour with transparency and 16 bits', '2x2 red,white,red,white', () =>
    png({
      width: 2,
      height: 2,
      depth: 16,
      type: 6,
      rows: twoByTwo(255, 255, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0),
    }),
  ),
  oddFile('that is interlaced', QUARTERED, () => picture().png({ progressive: true }).toBuffer()),
  oddFile('with the colours of another profile', QUARTERED, () => picture().withIccProfile('p3').png().toBuffer()),
  oddFile('of one pixel', '1x1 red', () =>
    png({ width: 1, height: 1, depth: 8, type: 2, rows: Uint8Array.from([0, 255, 0, 0]) }),
  ),
  oddFile('of one column, 60,000 pixels high', '1x60000 black', () =>
    png({ width: 1, height: 60_000, depth: 8, type: 0, rows: Buffer.alloc(120_000) }),
  ),
  oddFile('of one row, 60,000 pixels wide', '60000x1 black', () =>
    png({ width: 60_000, height: 1, depth: 8, type: 0, rows: Buffer.alloc(60_001) }),
  ),
  oddFile('with another file behind its end', QUARTERED, async () => Buffer.concat([await small(), await whole()])),
];
