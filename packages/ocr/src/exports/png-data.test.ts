import { inflateSync } from 'node:zlib';
import { isFault } from '@ocr-pipeline/fault';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readPngData } from './png-data.ts';

const red = { create: { width: 4, height: 2, channels: 3, background: '#ff0000' } } as const;
const clear = { create: { width: 4, height: 2, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } } } as const;

test('takes the scan lines out as they are', async () => {
  const png = readPngData(await sharp(red).png().toBuffer());
  expect(png).toMatchObject({ width: 4, height: 2, depth: 8, colour: 'rgb' });
  // Two scan lines: a filter byte and four pixels of three bytes each.
  expect(inflateSync(png?.data ?? new Uint8Array())).toHaveLength(2 * (1 + 4 * 3));
});

test('knows grey and palette', async () => {
  expect(readPngData(await sharp(red).toColourspace('b-w').png().toBuffer())).toMatchObject({ colour: 'grey' });
  const palette = readPngData(await sharp(red).png({ palette: true }).toBuffer());
  expect(palette?.colour).toBe('palette');
  expect([...(palette?.palette.subarray(0, 3) ?? [])]).toEqual([255, 0, 0]);
});

test('leaves transparency and interlacing to be encoded again', async () => {
  expect(readPngData(await sharp(clear).png().toBuffer())).toBeUndefined();
  expect(readPngData(await sharp(red).png({ progressive: true }).toBuffer())).toBeUndefined();
});

test('never reads past the end, wherever the file is cut', async () => {
  const whole = await sharp(red).png().toBuffer();
  // Up to the last chunk, IEND, which is 12 bytes long and carries nothing.
  const codes = Array.from({ length: whole.length - 12 - 9 }, (_, index) => codeOf(whole.subarray(0, 9 + index)));
  expect(new Set(codes)).toEqual(new Set(['image-corrupt', 'read']));
});

function codeOf(png: Uint8Array): string {
  try {
    readPngData(png);
    return 'read';
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}
