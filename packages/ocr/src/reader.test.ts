import { degrees } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SampleScan, sampleScan } from '../../../test/typeset/sample-scan.ts';
import { typesetPage } from '../../../test/typeset/typeset-page.ts';
import { shareOfWordsRead } from '../../../test/typeset/words.ts';
import { createReader, nullEngine, type Reader, readDocument, toJson, toText } from './index.ts';
import { addScan, pdfOf } from './testing/pdf.ts';

let reader: Reader;
let scan: SampleScan;

beforeAll(async () => {
  reader = createReader({ version: 'v4' });
  scan = await sampleScan();
});

afterAll(() => reader.close());

describe('a scanned letter', () => {
  test('is read: at least 98 of 100 words right, its blocks in order', async () => {
    const text = toText(await reader.read(scan.bytes));
    expect(shareOfWordsRead(scan.text, text)).toBeGreaterThanOrEqual(0.98);
    const paragraphs = scan.text.trim().split('\n\n');
    const starts = paragraphs.map((paragraph) => text.indexOf(paragraph.split(' ').slice(0, 2).join(' ')));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(text.trim().split('\n\n')).toHaveLength(paragraphs.length);
  });

  test.each([
    [90, 270],
    [180, 180],
    [270, 90],
  ] as const)('turned by %i degrees is turned back by %i', async (turn, back) => {
    const bytes = await sharp(scan.bytes).rotate(turn).jpeg({ quality: 80 }).toBuffer();
    const document = await reader.read(bytes);
    expect(document.pages[0]?.turn).toBe(back);
    expect(shareOfWordsRead(scan.text, toText(document))).toBeGreaterThanOrEqual(0.98);
  });

  test('turned by its EXIF orientation alone is upright at once', async () => {
    const bytes = await sharp(scan.bytes).rotate(90).withMetadata({ orientation: 8 }).jpeg({ quality: 80 }).toBuffer();
    const document = await reader.read(bytes);
    expect(document.pages[0]?.turn).toBeUndefined();
    expect(shareOfWordsRead(scan.text, toText(document))).toBeGreaterThanOrEqual(0.98);
  });
});

test('a PDF of a scan, of a blank page and of the scan on its side is read page by page', async () => {
  const pdf = await pdfOf(async (document) => {
    await addScan(document, scan.bytes, 150);
    document.addPage([595, 842]);
    (await addScan(document, await sharp(scan.bytes).rotate(270).jpeg().toBuffer(), 150)).setRotation(degrees(90));
  });
  const { pages, ...rest } = await reader.read(pdf);
  const [first, second, third] = pages.map((page) => toText({ ...rest, pages: [page] }));
  expect(shareOfWordsRead(scan.text, first ?? '')).toBeGreaterThanOrEqual(0.98);
  expect(second).toBe('');
  expect(shareOfWordsRead(scan.text, third ?? '')).toBeGreaterThanOrEqual(0.98);
  // The turn that the PDF itself asks for is no turn of ours.
  expect(pages.map(({ number, turn }) => [number, turn])).toEqual([
    [1, undefined],
    [2, undefined],
    [3, undefined],
  ]);
});

test('words lie where they stand on the page', async () => {
  const page = await typesetPage({ text: 'Harbour Lane', width: 600, height: 200, margin: 50, fontSize: 40 });
  const document = await reader.read(page);
  const words = document.pages.flatMap(({ blocks }) =>
    blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words)),
  );
  expect(words.map(({ text }) => text)).toEqual(['Harbour', 'Lane']);
  for (const { box, confidence } of words) {
    expect(confidence).toBeGreaterThan(0.9);
    const ink = await inkBox(page, box.left - 8, box.width + 16);
    expect(Math.abs(box.left - ink.left)).toBeLessThan(5);
    expect(Math.abs(box.left + box.width - ink.right)).toBeLessThan(5);
    expect(Math.abs(box.top - ink.top)).toBeLessThan(5);
  }
});

test('what was read before changes nothing: A, B, A', async () => {
  const other = await typesetPage({ text: 'Another page,\nof another size', width: 700, height: 300, margin: 60 });
  const first = await reader.read(scan.bytes);
  await reader.read(other);
  const again = await reader.read(scan.bytes);
  expect(toJson(again)).toBe(toJson(first));
  expect(await reader.searchablePdf(scan.bytes, again)).toEqual(await reader.searchablePdf(scan.bytes, first));
});

test('reads asked for at once are all answered, also after one that fails', async () => {
  const page = await typesetPage({ text: 'One line', width: 400, height: 120, margin: 40 });
  const [bad, good, also] = await Promise.allSettled([
    reader.read(new Uint8Array()),
    reader.read(page),
    reader.read(page),
  ]);
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'input-empty' } });
  expect(good).toMatchObject({ status: 'fulfilled', value: { pages: [{ number: 1 }] } });
  expect(also).toEqual(good);
});

test('an empty page has no blocks, and names its engine and models', async () => {
  const blank = await sharp({ create: { width: 500, height: 700, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();
  const document = await reader.read(blank);
  expect(document.pages).toEqual([{ number: 1, width: 500, height: 700, blocks: [] }]);
  expect(document.engine).toMatchObject({ name: 'pp-ocr-v4-latin', models: { length: 5 } });
});

test('a page of one pixel is read like any other', async () => {
  const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000000' } })
    .png()
    .toBuffer();
  expect((await reader.read(dot)).pages).toEqual([{ number: 1, width: 1, height: 1, blocks: [] }]);
});

test('the null engine gives pages without text', async () => {
  const { engine, pages } = await readDocument(scan.bytes, { engine: nullEngine() });
  expect(engine.name).toBe('null');
  expect(pages.map(({ blocks }) => blocks)).toEqual([[]]);
});

/** The smallest box around the dark pixels of a strip of the page. */
async function inkBox(
  page: Uint8Array,
  left: number,
  width: number,
): Promise<{ left: number; right: number; top: number }> {
  const strip = sharp(page).extract({ left, top: 0, width, height: 200 });
  const { data } = await strip.greyscale().raw().toBuffer({ resolveWithObject: true });
  const dark = [...data.keys()].filter((pixel) => (data[pixel] ?? 255) < 128);
  const columns = dark.map((pixel) => left + (pixel % width));
  return {
    left: Math.min(...columns),
    right: Math.max(...columns) + 1,
    top: Math.min(...dark.map((pixel) => Math.floor(pixel / width))),
  };
}
