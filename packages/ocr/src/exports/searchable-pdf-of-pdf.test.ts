import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import type { Box, Document, Page, Turn } from '../document.ts';
import { documentOf, lineAt } from '../testing/lines.ts';
import { addScan, pdfOf } from '../testing/pdf.ts';
import { openPdfSource } from '../sources/pdf/pdf-source.ts';
import { searchablePdf } from './searchable-pdf.ts';

const testWithPdftotext = testWithTool('pdftotext', ['pdftotext', '-v']);
const testWithQpdf = testWithTool('qpdf', ['qpdf', '--version']);

const jpeg = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#ffffff' } })
  .jpeg()
  .toBuffer();
const scan = await pdfOf((pdf) => addScan(pdf, jpeg, 100));
const letter = documentOf([
  lineAt('Dear Mrs. Okonkwo,', { left: 80, top: 60 }),
  lineAt('thank you for the parcel.', { left: 80, top: 100 }),
]);

const lettersWords = letter.pages.flatMap(({ blocks }) =>
  blocks.flatMap(({ lines }) => lines.flatMap(({ words }) => words)),
);

function withPages(...pages: Partial<Page>[]): Document {
  const [page] = letter.pages;
  if (page === undefined) throw new Error('A letter without a page');
  return { ...letter, pages: pages.map((change, index) => Object.assign({}, page, { number: index + 1 }, change)) };
}

/** Runs a tool on a PDF and returns what it says. */
function run(tool: string, pdf: Uint8Array, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'searchable-pdf-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, pdf);
    return execFileSync(tool, [...options, path, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the file is kept', () => {
  test('byte for byte, and the text follows it', async () => {
    const searchable = await searchablePdf(scan, letter);
    expect(Buffer.from(searchable.subarray(0, scan.length))).toEqual(Buffer.from(scan));
    expect(searchable.length - scan.length).toBeLessThan(5000);
    expect(await searchablePdf(scan, letter)).toEqual(searchable);
  });

  test('as it is when there is nothing to add', async () => {
    expect(await searchablePdf(scan, withPages({ blocks: [] }))).toEqual(scan);
    expect(await searchablePdf(scan, withPages({ textLayer: true }))).toEqual(scan);
    // Recognised all the same, but what is printed can be found already, and must not be found twice.
    expect(await searchablePdf(scan, withPages({ hasTextLayer: true }))).toEqual(scan);
  });

  test('in every pixel', async () => {
    const photo = await sharp({
      create: {
        width: 200,
        height: 150,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    // What the page draws leaves the graphics state turned and scaled.
    const pdf = await pdfOf(async (document) => {
      const page = await addScan(document, photo, 25);
      page.node.addContentStream(document.context.register(document.context.flateStream('0 2 -2 0 9 9 cm 0.5 g')));
    });
    const drawn = async (bytes: Uint8Array) => (await openPdfSource(bytes)).raster(0);
    expect(await drawn(await searchablePdf(pdf, letter))).toEqual(await drawn(pdf));
  });
});

describe('pdftotext finds each word within its box', () => {
  const cases = ([0, 90, 180, 270] as const).flatMap((rotation) =>
    ([0, 90, 180, 270] as const).map((turn) => [rotation, turn] as const),
  );

  testWithPdftotext('on pages of every rotation, turned in every way', async () => {
    for (const [rotation, turn] of cases) {
      const off = await distances(rotation, turn);
      expect([...off.keys()].toSorted()).toEqual(lettersWords.map(({ text }) => text).toSorted());
      for (const distance of off.values()) expect(distance).toBeLessThan(1);
    }
  });

  /** How far pdftotext finds each word off its place, in points, on a page that is 800 x 600 pixels when it is upright. */
  async function distances(rotation: Turn, turn: Turn): Promise<Map<string, number>> {
    const sideways = (rotation + turn) % 180 !== 0;
    const pdf = await pdfOf(async (document) => {
      const page = document.addPage([1000, 1000]);
      page.setCropBox(30, 50, sideways ? 300 : 400, sideways ? 400 : 300);
      page.setRotation(degrees(rotation));
    });
    const searchable = await searchablePdf(pdf, withPages(turn === 0 ? {} : { turn }));
    const found = run('pdftotext', searchable, '-bbox', '-cropbox');
    // pdftotext puts text that runs downward or upward in an order of its own: words are known by what they say.
    const places = found.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</g);
    return new Map(
      Array.from(places, ([, ...place]) => {
        const text = place.pop() ?? '';
        const { box } = lettersWords.find((word) => word.text === text) ?? {};
        const expected = box === undefined ? [] : sidesShown(box, turn);
        return [text, Math.max(...place.map((side, index) => Math.abs(Number(side) - (expected[index] ?? Infinity))))];
      }),
    );
  }

  /** Left, top, right and bottom in points, as the PDF shows the page: the reader's turn is not known to it. */
  function sidesShown({ left, top, width, height }: Box, turn: Turn): number[] {
    const [one, other] = [shown(left / 2, top / 2, turn), shown((left + width) / 2, (top + height) / 2, turn)];
    return [Math.min(one.x, other.x), Math.min(one.y, other.y), Math.max(one.x, other.x), Math.max(one.y, other.y)];
  }

  /** A point of the upright page of 400 x 300 points before the reader turned it clockwise by `turn`. */
  function shown(x: number, y: number, turn: Turn): { x: number; y: number } {
    if (turn === 90) return { x: y, y: 400 - x };
    if (turn === 180) return { x: 400 - x, y: 300 - y };
    return turn === 270 ? { x: 300 - y, y: x } : { x, y };
  }
});

describe('the text comes beside what is there', () => {
  testWithPdftotext('on the pages that have words, with fonts and text of their own', async () => {
    const pdf = await pdfOf(async (document) => {
      for (const text of ['Page one', 'Page two', 'Page three'])
        document.addPage([800, 600]).drawText(text, { x: 20, y: 20 });
    });
    const problem = { code: 'pdf-page-corrupt', message: 'Page 2 cannot be drawn' };
    const searchable = await searchablePdf(pdf, withPages({}, { width: 0, height: 0, blocks: [], problem }, {}));
    const pages = run('pdftotext', searchable).split('\f');
    expect(pages.map((page) => [/Page \w+/.exec(page)?.[0], page.includes('Okonkwo')])).toEqual([
      ['Page one', true],
      ['Page two', false],
      ['Page three', true],
      [undefined, false],
    ]);
  });
});

describe('qpdf finds nothing to complain about', () => {
  const table = scan;
  const stream = PDFDocument.load(scan).then((pdf) => pdf.save({ useObjectStreams: true }));

  testWithQpdf('with a cross-reference table, a stream, none that can be used, and before another update', async () => {
    const broken = Buffer.from(table);
    broken.write('startxref\n7', broken.lastIndexOf('startxref'), 'latin1');
    const shifted = Buffer.concat([Buffer.from('Content-Type: application/pdf\n\n'), table]);
    for (const pdf of [table, await stream, broken, shifted, await searchablePdf(await stream, letter)]) {
      const searchable = await searchablePdf(pdf, letter);
      expect(run('qpdf', searchable, '--check')).toContain('No syntax or stream encoding errors found');
      expect((await PDFDocument.load(searchable)).getPageCount()).toBe(1);
    }
  });
});

describe('what cannot be done says so', () => {
  test('a document of another file', async () => {
    await expect(searchablePdf(scan, withPages({}, {}))).rejects.toMatchObject({
      code: 'document-not-of-input',
      message: 'The document has 2 pages, the input 1',
    });
    const one = { ...withPages({}), pageCount: 2 };
    await expect(searchablePdf(scan, one)).rejects.toMatchObject({ code: 'document-not-of-input' });
    await expect(searchablePdf(scan, withPages({ width: 600, height: 800 }))).rejects.toMatchObject({
      code: 'document-not-of-input',
      message: 'The document has a page 1 of 600 x 800 pixels, the input one of 576 x 432 points',
    });
    await expect(searchablePdf(scan, withPages({ width: 801, height: 600 }))).resolves.toBeDefined();
  });

  test('a PDF that is kept from being changed', async () => {
    const locked = await pdfOf(
      async (pdf) => (await addScan(pdf, jpeg, 100)) && pdf.encrypt({ ownerPassword: 'secret' }),
    );
    await expect(searchablePdf(locked, letter)).rejects.toMatchObject({ code: 'pdf-not-extendable' });
  });
});

test('a page keeps the resources that it shares with others', async () => {
  const pdf = await pdfOf(async (document) => {
    for (const text of ['one', 'two']) document.addPage([800, 600]).drawText(text);
    // One dictionary for both, on the node above them.
    const [first, second] = document.getPages();
    document.catalog
      .Pages()
      .set(PDFName.of('Resources'), first?.node.get(PDFName.of('Resources')) ?? document.context.obj({}));
    for (const page of [first, second]) page?.node.delete(PDFName.of('Resources'));
  });
  const searchable = await PDFDocument.load(await searchablePdf(pdf, withPages({}, {})));
  for (const { node } of searchable.getPages()) {
    const fonts = node.Resources()?.lookup(PDFName.of('Font'))?.toString() ?? '';
    expect(fonts).toMatch(/\/Helvetica/);
    expect(fonts).toContain('/OcrText');
  }
});
