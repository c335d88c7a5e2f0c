import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Document, Page } from '../document.ts';
import { bmpOf } from '../testing/bmp.ts';
import { documentOf, lineAt } from '../testing/lines.ts';
import { searchablePdf } from './searchable-pdf.ts';

const blank = sharp({ create: { width: 800, height: 600, channels: 3, background: '#ffffff' } });
const jpeg = await blank.clone().withMetadata({ density: 150 }).jpeg().toBuffer();
const png = await blank.clone().png().toBuffer();

const letter = documentOf([
  lineAt('Dear Mrs. Okonkwo,', { left: 80, top: 60 }),
  lineAt('thank you for the parcel.', { left: 80, top: 100 }),
]);

function withPage(document: Document, change: Partial<Page>): Document {
  return { ...document, pages: document.pages.map((page) => Object.assign({}, page, change)) };
}

async function imagesOf(pdf: Uint8Array): Promise<{ dictionary: string; contents: Uint8Array }[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
    .map((stream) => ({ dictionary: stream.dict.toString(), contents: stream.contents }))
    .filter(({ dictionary }) => dictionary.includes('/Subtype /Image'));
}

describe('the page image', () => {
  test('of a JPEG is the file, byte for byte', async () => {
    const images = await imagesOf(await searchablePdf(jpeg, letter));
    expect(images).toHaveLength(1);
    expect(images[0]?.dictionary).toContain('/DCTDecode');
    expect(Buffer.from(images[0]?.contents ?? [])).toEqual(jpeg);
  });

  test('of a PNG is its compressed pixels', async () => {
    const [image] = await imagesOf(await searchablePdf(png, letter));
    expect(image?.dictionary).toContain('/Predictor 15');
    expect(png.includes(Buffer.from(image?.contents ?? []))).toBe(true);
    expect(image?.contents.length).toBeGreaterThan(0);
  });

  test('of a WebP is encoded again without loss', async () => {
    const [image] = await imagesOf(await searchablePdf(await blank.clone().webp().toBuffer(), letter));
    expect(image?.dictionary).toContain('/FlateDecode');
  });
});

describe('the size of the page', () => {
  const sizeOf = async (bytes: Uint8Array, document: Document) => {
    const pdf = await PDFDocument.load(await searchablePdf(bytes, document), { updateMetadata: false });
    return pdf.getPage(0).getSize();
  };

  test('follows from the dots per inch', async () => {
    expect(await sizeOf(jpeg, letter)).toEqual({ width: (800 * 72) / 150, height: (600 * 72) / 150 });
  });

  test('is that of 200 dots per inch where the file does not say', async () => {
    expect(await sizeOf(png, letter)).toEqual({ width: 288, height: 216 });
  });

  test('is that of the upright page', async () => {
    const upright = withPage(letter, { width: 600, height: 800, turn: 90 });
    expect(await sizeOf(png, upright)).toEqual({ width: 216, height: 288 });
  });
});

test('the same input gives the same bytes', async () => {
  const once = await searchablePdf(jpeg, letter);
  expect(await searchablePdf(jpeg, letter)).toEqual(once);
});

test('a document of another image is a fault', async () => {
  await expect(searchablePdf(jpeg, withPage(letter, { width: 801 }))).rejects.toMatchObject({
    code: 'document-not-of-input',
    message: 'The document has a page of 801 x 600 pixels, the input 800 x 600',
  });
  await expect(searchablePdf(jpeg, { ...letter, pages: [] })).rejects.toMatchObject({ code: 'document-not-of-input' });
});

describe('an image of several pages', () => {
  const pages = ['#ffffff', '#eeeeee', '#dddddd'].map((background) =>
    sharp({ create: { width: 800, height: 600, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  const several = async () => sharp(await Promise.all(pages), { join: { animated: true } });
  const [page] = letter.pages;
  const three: Document = {
    ...letter,
    pages: [1, 2, 3].flatMap((number) => (page === undefined ? [] : [{ ...page, number }])),
  };

  test.each([
    ['TIFF', async () => (await several()).tiff({ compression: 'lzw', xres: 5.9055, yres: 5.9055 }).toBuffer(), 384],
    ['GIF', async () => (await several()).gif().toBuffer(), 288],
  ] as const)('a %s becomes a PDF of as many pages', async (_, bytes, width) => {
    const searchable = await searchablePdf(await bytes(), three);
    const pdf = await PDFDocument.load(searchable, { updateMetadata: false });
    expect(pdf.getPages().map((each) => Math.round(each.getWidth()))).toEqual([width, width, width]);
    expect(await imagesOf(searchable)).toHaveLength(3);
  });

  test('keeps the number of a page that could not be read', async () => {
    const problem = { code: 'image-corrupt', message: 'The page ends too early' };
    const second = { number: 2, width: 0, height: 0, blocks: [], problem };
    const broken = { ...three, pages: three.pages.map((each) => (each.number === 2 ? second : each)) };
    const searchable = await searchablePdf(await (await several()).gif().toBuffer(), broken);
    expect((await PDFDocument.load(searchable)).getPageCount()).toBe(3);
    expect(await imagesOf(searchable)).toHaveLength(2);
  });

  test('is left out when it was not asked for', async () => {
    const gif = await (await several()).gif().toBuffer();
    const last = { ...three, pageCount: 3, pages: three.pages.slice(2) };
    const searchable = await searchablePdf(gif, last);
    expect((await PDFDocument.load(searchable)).getPageCount()).toBe(1);
    expect(await imagesOf(searchable)).toHaveLength(1);
  });

  test('is not taken for one of another number', async () => {
    await expect(searchablePdf(await (await several()).gif().toBuffer(), letter)).rejects.toMatchObject({
      code: 'document-not-of-input',
      message: 'The document has 1 pages, the input 3',
    });
  });
});

test('a BMP is put in without loss', async () => {
  const pixels = Array.from({ length: 800 * 600 }, () => [0, 0, 255]).flat();
  const bytes = bmpOf({ width: 800, height: 600, depth: 24, pixels, density: 150 });
  const searchable = await searchablePdf(bytes, letter);
  expect((await imagesOf(searchable))[0]?.dictionary).toContain('/FlateDecode');
  expect((await PDFDocument.load(searchable)).getPage(0).getWidth()).toBe(384);
});
