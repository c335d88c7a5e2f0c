import { degrees, PDFDict, type PDFDocument, PDFName, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../engine.ts';
import { nullEngine } from '../../engines/null.ts';
import { toText } from '../../exports/text.ts';
import { type ReadMode, readDocument } from '../../read-document.ts';
import { addScan, pdfOf } from '../../testing/pdf.ts';
import type { TextLayer } from '../source.ts';
import { openPdfSource } from './pdf-source.ts';

const LETTER = ['Dear Mrs. Okonkwo,', 'thank you for the parcel of 3 October.', 'Yours sincerely, Edmund Vickery'];

function letterOn(page: PDFPage, options: Parameters<PDFPage['drawText']>[1] = {}): PDFPage {
  LETTER.forEach((line, index) => page.drawText(line, { x: 60, y: 700 - index * 20, size: 12, ...options }));
  return page;
}

async function layerOf(draw: (pdf: PDFDocument) => unknown): Promise<TextLayer | undefined> {
  const source = await openPdfSource(await pdfOf(async (pdf) => draw(pdf)));
  return source.textLayer?.(0, await source.raster(0));
}

/** Makes all fonts of a document say that their characters are others, by a range of a CMap (ISO 32000-2, 9.10.3). */
async function mapCharacters(pdf: PDFDocument, range: string): Promise<void> {
  const cmap = ['begincmap', '1 begincodespacerange <00> <FF> endcodespacerange'];
  cmap.push(`1 beginbfrange ${range} endbfrange`, 'endcmap');
  const map = pdf.context.register(pdf.context.stream(cmap.join('\n')));
  await pdf.flush();
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const isFont = object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font');
    if (isFont) object.set(PDFName.of('ToUnicode'), map);
  }
}

const paper = await sharp({ create: { width: 612, height: 792, channels: 3, background: '#f4f4f4' } })
  .jpeg()
  .toBuffer();

describe('the text of a page', () => {
  test.each([0, 90, 180, 270])('is found where it is seen, on a page turned by %i degrees', async (turn) => {
    const pdf = await pdfOf(async (document) => {
      const page = letterOn(document.addPage([612, 792]));
      page.setCropBox(30, 400, 500, 380);
      page.setRotation(degrees(turn));
    });
    const source = await openPdfSource(pdf);
    const { width, height, data } = await source.raster(0);
    const layer = await source.textLayer?.(0, { width, height, data });
    const words = layer?.lines.flatMap((line) => line.words) ?? [];
    expect(words.map(({ text }) => text).toSorted()).toEqual(LETTER.flatMap((line) => line.split(' ')).toSorted());
    for (const { box } of words) {
      // Between the lines there is white.
      expect(darkness(box, 0)).toBeGreaterThan(0.1);
      expect(darkness(box, 0)).toBeGreaterThan(2 * darkness(box, 40));
    }

    /** The share of dark pixels in a box moved up and to the left by so many pixels. */
    function darkness(box: { left: number; top: number; width: number; height: number }, by: number): number {
      let dark = 0;
      for (let row = box.top - by; row < box.top - by + box.height; row++) {
        for (let column = box.left - by; column < box.left - by + box.width; column++) {
          if ((data[(row * width + column) * 3] ?? 255) < 128) dark++;
        }
      }
      return dark / (box.width * box.height);
    }
  });

  test.each([90, 180, 270])('has its lines also when it is turned by %i degrees on an upright page', async (turn) => {
    const layer = await layerOf((pdf) => {
      const page = pdf.addPage([612, 792]);
      page.drawText(LETTER[0] ?? '', { x: 300, y: 400, size: 12, rotate: degrees(turn) });
    });
    expect(layer?.lines.map(({ text }) => text)).toEqual([LETTER[0]]);
  });

  test('is what stands on the page, not beside it', async () => {
    const layer = await layerOf((pdf) => {
      const page = letterOn(pdf.addPage([612, 792]));
      page.drawText('printer marks', { x: 60, y: 900, size: 12 });
      page.drawText('printer marks', { x: -200, y: 700, size: 12 });
    });
    expect(layer?.lines.map(({ text }) => text)).toEqual(LETTER);
  });

  test('has a hyphen where a word is divided, and a box for each of its halves', async () => {
    const layer = await layerOf((pdf) => {
      const page = pdf.addPage([612, 792]);
      page.drawText('a most thorough-', { x: 60, y: 700, size: 12 });
      page.drawText('going change', { x: 60, y: 686, size: 12 });
    });
    expect(layer?.lines.map(({ text }) => text)).toEqual(['a most thorough-', 'going change']);
    for (const { box } of layer?.lines ?? []) expect(box.height).toBeLessThan(50);
  });

  test('keeps the leaders of a table of contents in their line', async () => {
    const layer = await layerOf((pdf) =>
      pdf.addPage([612, 792]).drawText(`Chapter One${' .'.repeat(60)} 7`, { x: 60, y: 300, size: 12 }),
    );
    expect(layer?.lines.map(({ text }) => text)).toEqual([`Chapter One${' .'.repeat(60)} 7`]);
  });

  test.each([0, 90, 180, 270])('is parted at gaps by the size of its font, when turned by %i degrees', async (turn) => {
    const linesWithGap = async (gap: number) => {
      const layer = await layerOf(async (pdf) => {
        const page = pdf.addPage([612, 792]);
        const font = await pdf.embedFont(StandardFonts.Helvetica);
        const along = font.widthOfTextAtSize('one', 20) + gap * 20;
        const [x, y] = [along * Math.cos((turn * Math.PI) / 180), along * Math.sin((turn * Math.PI) / 180)];
        page.drawText('one', { x: 300, y: 400, size: 20, font, rotate: degrees(turn) });
        page.drawText('two', { x: 300 + x, y: 400 + y, size: 20, font, rotate: degrees(turn) });
      });
      return layer?.lines.map(({ text }) => text);
    };
    expect(await linesWithGap(1)).toEqual(['one two']);
    expect((await linesWithGap(1.1))?.toSorted()).toEqual(['one', 'two']);
  });

  test.each([0, 90])('has what was typed into its form, on a page turned by %i degrees', async (turn) => {
    const pdf = await pdfOf(async (document) => {
      const page = letterOn(document.addPage([612, 792]));
      page.setRotation(degrees(turn));
      const form = document.getForm();
      const name = form.createTextField('name');
      name.setText('Ngozi Okonkwo');
      name.addToPage(page, { x: 300, y: 100, width: 200, height: 20, rotate: degrees(turn) });
      const secret = form.createTextField('secret');
      secret.setText('not shown');
      secret.addToPage(page, { x: 300, y: 200, width: 200, height: 20, hidden: true });
    });
    const source = await openPdfSource(pdf);
    const raster = await source.raster(0);
    const layer = await source.textLayer?.(0, raster);
    const texts = layer?.lines.map(({ text }) => text);
    expect(texts).toContain('Ngozi Okonkwo');
    expect(texts).not.toContain('not shown');
    expect(Buffer.compare((await source.raster(0)).data, raster.data)).toBe(0);
    expect(await source.textLayer?.(0, raster)).toEqual(layer);
  });

  test('is none on a page without text', async () => {
    expect(await layerOf((pdf) => pdf.addPage([612, 792]).drawCircle({ x: 99, y: 99, size: 50 }))).toBeUndefined();
  });
});

describe('is taken for what is seen', () => {
  test.each([
    ['in black on white', (pdf: PDFDocument) => letterOn(pdf.addPage([612, 792]))],
    [
      'upright on a page that is stored on its side',
      (pdf: PDFDocument) => {
        const page = pdf.addPage([792, 612]);
        page.setRotation(degrees(90));
        LETTER.forEach((line, index) =>
          page.drawText(line, { x: 100 + index * 20, y: 60, size: 12, rotate: degrees(90) }),
        );
      },
    ],
    [
      'as a table of contents, among leaders',
      (pdf: PDFDocument) => {
        const page = letterOn(pdf.addPage([612, 792]));
        page.drawText(`Chapter One${'.'.repeat(90)}7`, { x: 60, y: 300, size: 12 });
      },
    ],
    [
      'in white on blue, beside a small picture',
      async (pdf: PDFDocument) => {
        const page = pdf.addPage([612, 792]);
        page.drawRectangle({ width: 612, height: 792, color: rgb(0, 0.1, 0.4) });
        page.drawImage(await pdf.embedJpg(paper), { x: 400, y: 50, width: 100, height: 100 });
        letterOn(page, { color: rgb(1, 1, 1) });
      },
    ],
  ])('%s', async (_, draw) => {
    const layer = await layerOf(draw);
    expect(layer?.isSound).toBe(true);
    expect(layer?.lines.slice(0, 3).map(({ text }) => text)).toEqual(LETTER);
  });
});

test('is taken for what is seen and read from right to left, where its letters are', async () => {
  const layer = await layerOf(async (pdf) => {
    const page = pdf.addPage([612, 792]);
    page.drawText('KJIHG FEDCBA', { x: 60, y: 700, size: 12 });
    page.drawText('ZYXWV UTSRQ PON', { x: 60, y: 680, size: 12 });
    await mapCharacters(pdf, '<41> <5A> <05D0>');
  });
  expect(layer?.lines.map(({ text }) => text)).toEqual(['אבגדהו זחטיך', 'םמן נסעףפ ץצקרש']);
  expect(layer?.isSound).toBe(true);
});

describe('is not', () => {
  test.each([
    ['a page number', (pdf: PDFDocument) => pdf.addPage([612, 792]).drawText('Page 7 of 9', { x: 300, y: 20 })],
    [
      'read by someone else on a scan',
      async (pdf: PDFDocument) => letterOn(await addScan(pdf, paper, 72), { renderMode: 3 }),
    ],
    ['visible on a picture', async (pdf: PDFDocument) => letterOn(await addScan(pdf, paper, 72))],
    ['invisible', (pdf: PDFDocument) => letterOn(pdf.addPage([612, 792]), { renderMode: 3 })],
    ['white on white', (pdf: PDFDocument) => letterOn(pdf.addPage([612, 792]), { color: rgb(1, 1, 1) })],
    [
      'on its side',
      (pdf: PDFDocument) =>
        LETTER.forEach((line, index) =>
          (pdf.getPages()[0] ?? pdf.addPage([612, 792])).drawText(line, {
            x: 100 + index * 20,
            y: 100,
            size: 12,
            rotate: degrees(90),
          }),
        ),
    ],
    ['signs and no letters', (pdf: PDFDocument) => pdf.addPage([612, 792]).drawText('$%&/ ()=?! #+*~ $%&/ ()=?! #+*~')],
    [
      'in a font that gives every letter as one of private use',
      async (pdf: PDFDocument) => {
        letterOn(pdf.addPage([612, 792]));
        await mapCharacters(pdf, '<00> <FF> <E000>');
      },
    ],
  ])('%s', async (_, draw) => {
    const layer = await layerOf(draw);
    expect(layer?.lines.length).toBeGreaterThan(0);
    expect(layer?.isSound).toBe(false);
  });
});

describe('what becomes of it', () => {
  /** A page of text, a scan with a layer, a scan without. */
  const mixed = pdfOf(async (pdf) => {
    letterOn(pdf.addPage([612, 792]));
    letterOn(await addScan(pdf, paper, 72), { renderMode: 3 });
    await addScan(pdf, paper, 72);
  });
  const word = { text: 'recognised', confidence: 0.5, box: { left: 0, top: 0, width: 100, height: 20 } };
  const engine: Engine = { ...nullEngine(), recognise: async () => [{ ...word, words: [word] }] };

  test.each([
    ['auto', ['layer', 'recognised', 'recognised']],
    ['force', ['recognised', 'recognised', 'recognised']],
    ['skip', ['layer', 'layer', 'recognised']],
  ] as const)('%s', async (mode: ReadMode, expected) => {
    const document = await readDocument(await mixed, { engine, mode });
    expect(document.pages.map(({ textLayer }) => (textLayer === true ? 'layer' : 'recognised'))).toEqual(expected);
    const [first] = document.pages;
    const text = toText({ ...document, pages: first === undefined ? [] : [first] });
    expect(text.split('\n').filter((line) => line !== '')).toEqual(expected[0] === 'layer' ? LETTER : ['recognised']);
  });
});
