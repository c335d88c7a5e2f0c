import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { commonWords } from '../../../../test/readers/common-words.ts';
import { wordsOf } from '../../../../test/readers/poppler.ts';
import type { Box, Document, Word } from '../document.ts';
import { openPdfSource } from '../sources/pdf/pdf-source.ts';
import { documentOf, lineAt } from '../testing/lines.ts';
import { type BlockToSet, column, prose, typesetDocument } from '../testing/typeset-documents.ts';
import { searchablePdf } from './searchable-pdf.ts';
import { toText } from './text.ts';

// The readers within browsers: pdf.js in Firefox, PDFium in Chrome and Edge.

const blocks: BlockToSet[] = [
  { lines: column(prose('l', 80, 3), { x: 90, y: 270, size: 22 }) },
  { lines: column(prose('r', 80, 3), { x: 660, y: 283, size: 22 }) },
  {
    kind: 'table',
    lines: ['one', 'two', 'three'].flatMap((text, row) =>
      [
        column([text], { x: 120, y: 1450 + 40 * row, size: 24 }),
        column([`${row}.50`], { x: 900, y: 1450 + 40 * row, size: 24 }),
      ].flat(),
    ),
  },
];
/** Askew: each row falls by about its height. */
const page = await typesetDocument(blocks, -1);
const pdf = await searchablePdf(page.image, page.document);
const wordsIn = ({ pages }: Document): Word[] =>
  pages.flatMap((each) => each.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words)));
const words = wordsIn(page.document);

interface Found {
  readonly text: string;
  readonly box: Box;
}

/** Pieces of text as pdf.js gives them, with their places in pixels, and all of them as text. */
async function readWithPdfjs(
  bytes: Uint8Array,
  { width, height }: { width: number; height: number },
): Promise<{ pieces: Found[]; text: string }> {
  const loading = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  try {
    const first = await (await loading.promise).getPage(1);
    const view = first.getViewport({ scale: 1 });
    const { items } = await first.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? [item] : []));
    return {
      text: pieces.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''),
      pieces: pieces.map(({ str, transform, width: advance }) => {
        const [, , , size = 0, x = 0, y = 0] = transform as number[];
        const [across, down] = [width / view.width, height / view.height];
        const box = {
          left: x * across,
          top: (view.height - y - size) * down,
          width: advance * across,
          height: size * down,
        };
        return { text: str, box };
      }),
    };
  } finally {
    await loading.destroy();
  }
}

async function readWithPdfium(
  bytes: Uint8Array,
): Promise<{ lines: readonly { words: readonly Word[] }[]; width: number; height: number }> {
  const source = await openPdfSource(bytes);
  try {
    const raster = await source.raster(0);
    const layer = await source.textLayer?.(0, raster);
    return { lines: layer?.lines ?? [], width: raster.width, height: raster.height };
  } finally {
    source.close();
  }
}

const size = { width: 1240, height: 1754 };

describe('pdf.js', () => {
  test('finds every word, in order', async () => {
    const { text } = await readWithPdfjs(pdf, size);
    expect(wordsOf(text)).toEqual(wordsOf(toText(page.document)));
  });

  test('lets a row be selected where it stands: from its first word to its last', async () => {
    const { pieces } = await readWithPdfjs(pdf, size);
    for (const { text, box } of pieces.filter((piece) => piece.text.trim() !== '')) {
      const ofPiece = wordsOf(text);
      const start = words.findIndex((word) => word.text === ofPiece[0]);
      const [first, last] = [words[start], words[start + ofPiece.length - 1]];
      expect(last?.text).toBe(ofPiece.at(-1));
      expect(Math.abs(box.left - (first?.box.left ?? Infinity))).toBeLessThan(3);
      const right = (last?.box.left ?? 0) + (last?.box.width ?? 0);
      // A space follows the last word.
      expect(box.left + box.width).toBeGreaterThan(right - 5);
      expect(box.left + box.width).toBeLessThan(right + 40);
    }
  });

  test('reads any script, and what runs to the left', async () => {
    const line = lineAt('Žluťoučký ЯΩ中 😀 שלום end', { left: 80, top: 60 });
    const document: Document = documentOf([line], size.width, size.height);
    const { text } = await readWithPdfjs(await searchablePdf(page.image, document), size);
    expect(wordsOf(text)).toEqual(line.words.map((word) => word.text));
  });
});

describe('PDFium', () => {
  const placesOf = async (document: Document, bytes: Uint8Array): Promise<{ ours: Box; theirs: Box }[]> => {
    const { lines, width, height } = await readWithPdfium(bytes);
    const ours = wordsIn(document);
    const found = lines.flatMap((line) => line.words);
    const pairs = commonWords(
      ours.map(({ text }) => text),
      found.map(({ text }) => text),
    );
    expect(pairs.length / ours.length).toBeGreaterThanOrEqual(0.99);
    const [across, down] = [size.width / width, size.height / height];
    return pairs.flatMap(([mine, other]) => {
      const [box, place] = [ours[mine]?.box, found[other]?.box];
      if (box === undefined || place === undefined) return [];
      const { left, top } = place;
      return [
        {
          ours: box,
          theirs: { left: left * across, top: top * down, width: place.width * across, height: place.height * down },
        },
      ];
    });
  };

  test('finds every word, in order, and marks it where it stands', async () => {
    const straight = await typesetDocument(blocks);
    for (const { ours, theirs } of await placesOf(
      straight.document,
      await searchablePdf(straight.image, straight.document),
    )) {
      expect(Math.abs(theirs.left - ours.left)).toBeLessThan(3);
      expect(Math.abs(theirs.left + theirs.width - ours.left - ours.width)).toBeLessThan(10);
      const shared = Math.min(theirs.top + theirs.height, ours.top + ours.height) - Math.max(theirs.top, ours.top);
      expect(shared / ours.height).toBeGreaterThan(0.7);
    }
  });

  test('on a page that lies askew, nearly where it stands', async () => {
    for (const { ours, theirs } of await placesOf(page.document, pdf)) {
      expect(Math.abs(theirs.left - ours.left)).toBeLessThan(3);
      expect(Math.abs(theirs.top - ours.top)).toBeLessThan(0.8 * ours.height);
    }
  });
});
