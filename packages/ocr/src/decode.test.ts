import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decode, readHeader } from './decode.ts';

/** Two pixels beside each other: red, then blue. */
const pair = sharp(Buffer.from([255, 0, 0, 0, 0, 255]), { raw: { width: 2, height: 1, channels: 3 } });

describe('decodes to 8-bit RGB', () => {
  test.each(['png', 'webp', 'gif'] as const)('a lossless %s', async (format) => {
    const bytes = await pair.clone().toFormat(format, { lossless: true }).toBuffer();
    const { width, height, data } = await decode(bytes);
    expect([width, height, ...data]).toEqual([2, 1, 255, 0, 0, 0, 0, 255]);
  });

  test('a grey JPEG', async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
      .greyscale()
      .jpeg()
      .toBuffer();
    const { data } = await decode(bytes);
    expect(data).toHaveLength(8 * 8 * 3);
    expect(new Set(data)).toEqual(new Set([128]));
  });

  test('a grey PNG of 16 bits', async () => {
    const bytes = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#404040' } })
      .toColourspace('grey16')
      .png()
      .toBuffer();
    expect((await readHeader(bytes)).colourSpace).toBe('grey16');
    expect(new Set((await decode(bytes)).data)).toEqual(new Set([64]));
  });

  test('transparent pixels as white paper', async () => {
    const clear = { width: 1, height: 1, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const { data } = await decode(await sharp({ create: clear }).png().toBuffer());
    expect([...data]).toEqual([255, 255, 255]);
  });
});

test('turns the page upright by its EXIF orientation', async () => {
  const bytes = await pair.clone().withMetadata({ orientation: 6 }).png().toBuffer();
  const { width, height, data } = await decode(bytes);
  expect([width, height]).toEqual([1, 2]);
  expect([...data.subarray(0, 3)]).toEqual([255, 0, 0]);
});

test('reads the header as it is stored', async () => {
  const bytes = await pair.clone().withMetadata({ orientation: 6, density: 300 }).jpeg().toBuffer();
  expect(await readHeader(bytes)).toMatchObject({ format: 'jpeg', width: 2, height: 1, orientation: 6, density: 300 });
});
