import sharp from 'sharp';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type SampleScan, sampleScan } from '../../../../test/typeset/sample-scan.ts';
import { shareOfWordsRead } from '../../../../test/typeset/words.ts';
import { toJson } from '../exports/json.ts';
import { toText } from '../exports/text.ts';
import { createReader } from '../reader.ts';

let scan: SampleScan;

beforeAll(async () => {
  scan = await sampleScan();
});

afterEach(() => vi.restoreAllMocks());

test('a scanned letter is read, each word in its place; the remarks of tesseract are kept from the console', async () => {
  const warn = vi.spyOn(console, 'warn');
  const reader = createReader({ engine: 'tesseract' });
  const { pages, ...rest } = await reader.read(scan.bytes);
  await reader.close();
  expect(shareOfWordsRead(scan.text, toText({ pages, ...rest }))).toBeGreaterThanOrEqual(0.98);
  expect(rest.engine.models.map(({ name }) => name)).toEqual(['tesseract-wasm-0.11.0', 'tesseract-eng-4.0.0-best-int']);
  const words = pages.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words)));
  expect(words.every(({ confidence, box }) => confidence > 0 && confidence <= 1 && box.width > 0)).toBe(true);
  expect(warn).not.toHaveBeenCalled();
});

test('the same page reads the same, whatever was read before; one on its head is turned', async () => {
  const [a, b] = await Promise.all([strip(0.1), strip(0.3)]);
  const onItsHead = await sharp(a).rotate(180).png().toBuffer();
  const reader = createReader({ engine: 'tesseract' });
  const [first, turned, other, again] = [
    await reader.read(a),
    await reader.read(onItsHead),
    await reader.read(b),
    await reader.read(a),
  ];
  await reader.close();
  expect(toJson(again)).toBe(toJson(first));
  expect(toJson(other)).not.toBe(toJson(first));
  expect(turned.pages[0]?.turn).toBe(180);
  expect(toText(turned)).toBe(toText(first));
});

/** A few lines of the letter, from a share of its height on. */
async function strip(from: number): Promise<Buffer> {
  const { width, height } = await sharp(scan.bytes).metadata();
  const [top, rows] = [Math.round(from * height), Math.round(0.08 * height)];
  return sharp(scan.bytes).extract({ left: 0, top, width, height: rows }).png().toBuffer();
}
