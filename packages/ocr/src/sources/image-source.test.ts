import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bmpOf } from '../testing/bmp.ts';
import { openImageSource } from './image-source.ts';

const page = (colour: string) => ({ create: { width: 20, height: 10, channels: 3 as const, background: colour } });
const pages = await Promise.all(
  ['#ff0000', '#00ff00', '#0000ff'].map((colour) => sharp(page(colour)).png().toBuffer()),
);
const three = sharp(pages, { join: { animated: true } });

/**
 * One row of a fax, eight pixels black and eight white, in the code of ITU-T T.6: horizontal mode (001), 0 white (00110101), 8
 * black (000101), vertical mode 0 (1), end of the block (000000000001 twice).
 */
const FAX = tiffOf(
  [
    [256, 16], // ImageWidth
    [257, 1], // ImageLength
    [258, 1], // BitsPerSample
    [259, 4], // Compression: T.6
    [262, 0], // PhotometricInterpretation: 0 is white
    [273, 8 + 2 + 9 * 12 + 4], // StripOffsets
    [277, 1], // SamplesPerPixel
    [278, 1], // RowsPerStrip
    [279, 6], // StripByteCounts
  ],
  [0b00100110, 0b10100010, 0b11000000, 0b00000100, 0b00000000, 0b01000000],
);

async function coloursOf(bytes: Uint8Array): Promise<number[][]> {
  const source = await openImageSource(bytes);
  const colours: number[][] = [];
  for (let index = 0; index < source.pageCount; index++) {
    const { width, height, data } = await source.raster(index);
    expect([width, height, data.length]).toEqual([20, 10, 600]);
    colours.push([...data.subarray(0, 3)]);
  }
  return colours;
}

const COLOURS = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
];

describe('every page is read', () => {
  test.each([
    ['a TIFF', () => three.clone().tiff({ compression: 'lzw' }).toBuffer()],
    ['a GIF', () => three.clone().gif().toBuffer()],
    ['a WebP', () => three.clone().webp({ lossless: true }).toBuffer()],
  ])('of %s', async (_, bytes) => {
    expect(await coloursOf(await bytes())).toEqual(COLOURS);
  });
});

describe('one page is read', () => {
  test.each([
    ['a TIFF', () => sharp(page('#ff0000')).tiff({ compression: 'deflate' }).toBuffer()],
    ['a PNG of 16 bits', () => sharp(page('#ff0000')).toColourspace('rgb16').png().toBuffer()],
  ])('of %s', async (_, bytes) => {
    expect(await coloursOf(await bytes())).toEqual([[255, 0, 0]]);
  });

  test('of a fax', async () => {
    const { width, height, data } = await (await openImageSource(FAX)).raster(0);
    expect([width, height]).toEqual([16, 1]);
    expect([...data].filter((_, index) => index % 3 === 0)).toEqual([...Array(8).fill(0), ...Array(8).fill(255)]);
  });

  test.each(['jpeg', 'tiff'] as const)('of a %s of CMYK, near enough in colour', async (format) => {
    const bytes = await sharp(page('#c02020')).toColourspace('cmyk').toFormat(format, { quality: 95 }).toBuffer();
    const [[red = 0, green = 0, blue = 0] = []] = await coloursOf(bytes);
    expect(Math.abs(red - 0xc0) + Math.abs(green - 0x20) + Math.abs(blue - 0x20)).toBeLessThan(60);
  });

  test('of a BMP', async () => {
    const pixels = Array.from({ length: 20 * 10 }, () => [0, 0, 255]).flat();
    expect(await coloursOf(bmpOf({ width: 20, height: 10, depth: 24, pixels }))).toEqual([[255, 0, 0]]);
  });
});

test('a TIFF that ends within its second page gives the first, and a fault for the second', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const two = await Promise.all(
    [0, 1].map(() =>
      sharp({ create: { width: 60, height: 60, channels: 3, background: '#888', noise } })
        .png()
        .toBuffer(),
    ),
  );
  const whole = await sharp(two, { join: { animated: true } })
    .tiff({ compression: 'none' })
    .toBuffer();
  // The directories go to the front here, so that only pixels are missing.
  const source = await openImageSource(cutWithinLastStrip(whole));
  expect(source.pageCount).toBe(2);
  expect(await source.raster(0)).toMatchObject({ width: 60, height: 60 });
  await expect(source.raster(1)).rejects.toMatchObject({ code: 'image-corrupt' });
});

test('a TIFF whose pages go round in a circle gives each once, and a fault for the next', async () => {
  const whole = Buffer.from(await three.clone().tiff({ compression: 'none' }).toBuffer());
  const source = await openImageSource(withCircle(whole));
  expect(source.pageCount).toBe(4);
  expect(await source.raster(2)).toMatchObject({ width: 20, height: 10 });
  await expect(source.raster(3)).rejects.toMatchObject({
    code: 'tiff-pages-circular',
    message: 'Page 4 of the TIFF is said to be its page 1 again',
  });
});

/** TIFF 6.0, section 2: entries of tag, type, count and value, sorted by tag; all values here fit into 4 bytes. */
function tiffOf(entries: readonly (readonly [tag: number, value: number])[], strip: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(8 + 2 + entries.length * 12 + 4 + strip.length);
  bytes.set([0x49, 0x49, 42, 0, 8, 0, 0, 0, entries.length, 0]);
  entries.forEach(([tag, value], index) => {
    const at = 10 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(4, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  });
  bytes.set(strip, bytes.length - strip.length);
  return bytes;
}

/** The file with the strips of its last page said to lie beyond the end. */
function cutWithinLastStrip(tiff: Buffer): Uint8Array {
  const [, second = 0] = directoriesOf(tiff);
  const bytes = Buffer.from(tiff);
  const count = bytes.readUInt16LE(second);
  for (let entry = 0; entry < count; entry++) {
    const at = second + 2 + entry * 12;
    // TIFF 6.0: tag 273, StripOffsets; more than one value is kept elsewhere.
    if (bytes.readUInt16LE(at) !== 273) continue;
    const values = bytes.readUInt32LE(at + 4);
    bytes.writeUInt32LE(bytes.length - 10, values === 1 ? at + 8 : bytes.readUInt32LE(at + 8));
  }
  return bytes;
}

/** The file with its last directory pointing to the first. */
function withCircle(tiff: Buffer): Uint8Array {
  const [first = 0, , third = 0] = directoriesOf(tiff);
  tiff.writeUInt32LE(first, third + 2 + tiff.readUInt16LE(third) * 12);
  return tiff;
}

/** TIFF 6.0, section 2: the offset of each image file directory. */
function directoriesOf(tiff: Buffer): number[] {
  const directories: number[] = [];
  for (let at = tiff.readUInt32LE(4); at !== 0; at = tiff.readUInt32LE(at + 2 + tiff.readUInt16LE(at) * 12)) {
    directories.push(at);
  }
  return directories;
}
