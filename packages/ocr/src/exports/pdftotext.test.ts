import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { sampleScan } from '../../../../test/typeset/sample-scan.ts';
import { wordsOf } from '../../../../test/typeset/words.ts';
import { createReader } from '../reader.ts';
import { documentOf, lineAt } from '../testing/lines.ts';
import { toText } from './text.ts';
import { searchablePdf } from './searchable-pdf.ts';

const test = testWithTool('pdftotext', ['pdftotext', '-v']);

const jpeg = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#ffffff' } })
  .withMetadata({ density: 150 })
  .jpeg()
  .toBuffer();

const letter = documentOf([
  lineAt('Dear Mrs. Okonkwo,', { left: 80, top: 60 }),
  lineAt('thank you for the parcel.', { left: 80, top: 100 }),
  lineAt('Žluťoučký kůň, 3 × 7 — “ЯΩ中” 😀', { left: 80, top: 140 }),
]);

function pdftotext(pdf: Uint8Array, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'searchable-pdf-'));
  try {
    const path = join(folder, 'page.pdf');
    writeFileSync(path, pdf);
    return execFileSync('pdftotext', [...options, path, '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('pdftotext finds every word, of any script, in reading order', async () => {
  const text = pdftotext(await searchablePdf(jpeg, letter));
  const lines = text.split('\n').filter((line) => line.trim() !== '' && line !== '\f');
  expect(lines).toEqual(letter.pages[0]?.blocks[0]?.lines.map((line) => line.text));
});

test('pdftotext finds each word on its box', async () => {
  const found = pdftotext(await searchablePdf(jpeg, letter), '-bbox');
  const places = [...found.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</g)];
  const words = letter.pages.flatMap((page) => page.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words)));
  expect(places.map((place) => place[5])).toEqual(words.map(({ text }) => text));
  words.forEach(({ box }, index) => {
    const pixels = (places[index] ?? []).slice(1, 5).map((points) => (Number(points) * 150) / 72);
    const expected = [box.left, box.top, box.left + box.width, box.top + box.height];
    // Of the height of 20 pixels, boxes may be an eighth larger.
    pixels.forEach((value, side) => expect(Math.abs(value - (expected[side] ?? 0))).toBeLessThan(3));
  });
});

test('words that touch are found as two', async () => {
  const line = lineAt('DeweyTedder', { left: 80, top: 60 });
  const [box] = line.words.map((word) => word.box);
  if (box === undefined) throw new Error('A line without words');
  const half = { ...box, width: box.width / 2 };
  const words = [
    { text: 'Dewey', confidence: 1, box: half },
    { text: 'Tedder', confidence: 1, box: { ...half, left: half.left + half.width } },
  ];
  const touching = documentOf([{ ...line, text: 'Dewey Tedder', words }]);
  expect(pdftotext(await searchablePdf(jpeg, touching)).trim()).toBe('Dewey Tedder');
});

test('pdftotext finds the words of a scan that lies askew in the order in which they are read', async () => {
  const reader = createReader({ version: 'v4' });
  try {
    const scan = await sampleScan();
    const document = await reader.read(scan.bytes);
    const found = wordsOf(pdftotext(await reader.searchablePdf(scan.bytes, document)));
    expect(found).toEqual(wordsOf(toText(document)));
    expect(found.length).toBeGreaterThan(150);
  } finally {
    await reader.close();
  }
});
