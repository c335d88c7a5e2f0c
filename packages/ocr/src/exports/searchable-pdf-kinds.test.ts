import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { commonWords } from '../../../../test/readers/common-words.ts';
import { inkCovered, inkOf } from '../../../../test/readers/ink.ts';
import { pdftotextPlaces, pdftotextWords, qpdfCheck, wordsOf } from '../../../../test/readers/poppler.ts';
import { answers, testWithTool } from '../../../../test/tools.ts';
import type { Document } from '../document.ts';
import { addScan, pdfOf } from '../testing/pdf.ts';
import { type BlockToSet, column, prose, type TypesetDocument, typesetDocument } from '../testing/typeset-documents.ts';
import { searchablePdf } from './searchable-pdf.ts';
import { toText } from './text.ts';

const test = testWithTool('pdftotext or qpdf', answers(['pdftotext', '-v']) && answers(['qpdf', '--version']));

const heading: BlockToSet = {
  kind: 'heading',
  lines: column(['Of Harbours and their Lights'], { x: 120, y: 160, size: 44 }),
};
const footer: BlockToSet = { lines: column(['- 14 -'], { x: 590, y: 1690, size: 20 }) };

const letter: BlockToSet[] = [
  heading,
  { lines: column(prose('a', 60, 6), { x: 120, y: 300, size: 23 }) },
  { lines: column(prose('b', 90, 6), { x: 120, y: 720, size: 23 }) },
  footer,
];

/** Columns whose lines stand at different heights, so that no row goes through both. */
const columns: BlockToSet[] = [
  heading,
  { lines: column(prose('l', 100, 3), { x: 90, y: 270, size: 22, pitch: 1.35 }) },
  { lines: column(prose('r', 80, 3), { x: 660, y: 283, size: 22, pitch: 1.5 }) },
  footer,
];

const narrowColumns: BlockToSet[] = [90, 470, 850].map((x, index) => ({
  lines: column(prose('abc'[index] ?? '', 70, 2), { x, y: 200 + 9 * index, size: 18 }),
}));

const table: BlockToSet[] = [
  heading,
  {
    kind: 'table',
    lines: prose('t', 30, 1).flatMap((text, row) =>
      [
        column([text.replace('-', '')], { x: 120, y: 300 + 34 * row, size: 21 }),
        column([`${row}.50`], { x: 640, y: 300 + 34 * row, size: 21 }),
        column([`${row * 3}%`], { x: 1010, y: 303 + 34 * row, size: 21 }),
      ].flat(),
    ),
  },
];

/** Labels and what is filled in, in two halves of the page. */
const form: BlockToSet[] = [0, 1, 2, 3, 4, 5, 6, 7].map((row) => ({
  lines: [
    column([`${row}. Name of vessel:`], { x: 100, y: 260 + 120 * row, size: 20 }),
    column([`Fortuna ${row}`], { x: 370, y: 257 + 120 * row, size: 26 }),
    column([`Tonnage${row}`], { x: 700, y: 262 + 120 * row, size: 17 }),
    column([`${row}04 t`], { x: 940, y: 258 + 120 * row, size: 24 }),
  ].flat(),
}));

const smallPrint: BlockToSet[] = [
  { kind: 'heading', lines: column(['NOTICE'], { x: 420, y: 190, size: 90 }) },
  { lines: column(prose('s', 300, 12), { x: 80, y: 300, size: 12, pitch: 1.25 }) },
  { lines: column(prose('m', 60, 6), { x: 80, y: 900, size: 24, pitch: 1.9 }) },
];

const scripts: BlockToSet[] = [
  {
    lines: column(['Žluťoučký kůň úpěl', 'Ωραία νύχτα ήταν', 'Съешь ещё этих булок', 'naïve œuvre “quoted” — 3 × 7'], {
      x: 120,
      y: 100,
      size: 30,
    }),
  },
];

/** The middle column begins under a picture, lower than the caption over two more columns, which is read after it. */
const underPicture: BlockToSet[] = [
  { lines: column(prose('l', 90, 2), { x: 80, y: 200, size: 20 }) },
  { lines: column(prose('m', 24, 2), { x: 460, y: 1250, size: 20 }) },
  { lines: column(prose('k', 16, 4), { x: 800, y: 800, size: 17 }) },
  { lines: column(prose('r', 50, 2), { x: 800, y: 960, size: 15 }) },
  { lines: column(prose('t', 50, 2), { x: 1010, y: 960, size: 15 }) },
];

const KINDS: Readonly<Record<string, () => Promise<TypesetDocument>>> = {
  'a letter with hyphens at line ends': () => typesetDocument(letter),
  'two columns between a heading and a footer': () => typesetDocument(columns),
  'three narrow columns': () => typesetDocument(narrowColumns),
  'a column under a picture': () => typesetDocument(underPicture),
  'a table with wide gaps': () => typesetDocument(table),
  'a form': () => typesetDocument(form),
  'small print under a large heading': () => typesetDocument(smallPrint),
  'a page that falls by two degrees': () => typesetDocument(letter, 2),
  'a page that rises by two degrees': () => typesetDocument(letter, -2),
  'columns that lie askew': () => typesetDocument(columns, 1.2),
  'a table that lies askew': () => typesetDocument(table, -1),
  'other scripts': () => typesetDocument([...scripts, ...letter.slice(1)]),
};

interface Figures {
  readonly inOrder: number;
  readonly inkCovered: number;
  readonly sizeRatio: number;
}

/** What a reader finds in the searchable PDF of an input whose pages all show the image. */
async function figuresOf(input: Uint8Array, document: Document, image: Uint8Array): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'searchable-pdf-'));
  try {
    const path = join(folder, 'document.pdf');
    const pdf = await searchablePdf(input, document);
    writeFileSync(path, pdf);
    qpdfCheck(path);
    const text = toText(document);
    const ours = wordsOf(text);
    const inOrder = commonWords(ours, pdftotextWords(path).flat()).length / ours.length;
    const sizeRatio = pdf.length / (input.length + Buffer.byteLength(text));
    return { inOrder, inkCovered: await coverage(path, document, image), sizeRatio };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The mean over the words of how much of their ink lies where pdftotext finds them. */
async function coverage(path: string, document: Document, image: Uint8Array): Promise<number> {
  const ink = await inkOf(image);
  const shares = pdftotextPlaces(path).flatMap((places, page) => {
    const words = document.pages[page]?.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words)) ?? [];
    const pairs = commonWords(
      words.map(({ text }) => text),
      places.map(({ text }) => text),
    );
    return pairs.flatMap(([ours, found]) => {
      const [word, place] = [words[ours], places[found]];
      return word === undefined || place === undefined ? [] : [inkCovered(ink, word.box, place) ?? []].flat();
    });
  });
  expect(shares.length).toBeGreaterThan(5);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function expectGood({ inOrder, inkCovered: covered, sizeRatio }: Figures): void {
  expect(inOrder).toBeGreaterThanOrEqual(0.99);
  expect(covered).toBeGreaterThanOrEqual(0.95);
  expect(sizeRatio).toBeLessThanOrEqual(1.05);
}

describe('pdftotext finds the words of our text in order, on their ink, in a sound file of hardly more bytes', () => {
  for (const [kind, make] of Object.entries(KINDS)) {
    test(kind, async () => {
      const { image, document } = await make();
      expectGood(await figuresOf(image, document, image));
    });
  }

  test('a PDF of several pages, one on its side by /Rotate, one cropped', async () => {
    const { image, document } = await typesetDocument(columns);
    const sideways = await sharp(image).rotate(270).jpeg({ quality: 70 }).toBuffer();
    const pdf = await pdfOf(async (file) => {
      await addScan(file, image, 150);
      (await addScan(file, sideways, 150)).setRotation(degrees(90));
      const { width, height } = (await addScan(file, image, 150)).getSize();
      const margin = 20;
      const framed = file.addPage([width + 2 * margin, height + 2 * margin]);
      framed.drawImage(await file.embedJpg(image), { x: margin, y: margin, width, height });
      framed.setCropBox(margin, margin, width, height);
    });
    const [page] = document.pages;
    const pages = page === undefined ? [] : [1, 2, 3, 4].map((number) => Object.assign({}, page, { number }));
    expectGood(await figuresOf(pdf, { ...document, pages }, image));
  });
});
