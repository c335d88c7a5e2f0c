import { rgb } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Engine, Raster } from './engine.ts';
import { nullEngine } from './engines/null.ts';
import { readDocument, readPages } from './read-document.ts';
import { pdfOf } from './testing/pdf.ts';

/** Three pages of one inch: black, impossible, white. */
const three = await pdfOf(async (pdf) => {
  pdf.addPage([72, 72]).drawRectangle({ width: 72, height: 72, color: rgb(0, 0, 0) });
  pdf.addPage([20_000, 20_000]);
  pdf.addPage([72, 72]);
});

const failed = {
  number: 2,
  width: 0,
  height: 0,
  problem: {
    code: 'pdf-page-too-large',
    message: 'Page 2 of the PDF has 20000 x 20000 points; a side has at most 14400',
    hint: 'Print the page to a new PDF at a size of paper that exists.',
  },
  blocks: [],
};

test('every page is given, in order; one that fails says so and the others are read', async () => {
  const { pages } = await readDocument(three, { engine: nullEngine() });
  const read = { width: 300, height: 300, blocks: [] };
  expect(pages).toEqual([{ number: 1, ...read }, failed, { number: 3, ...read }]);
});

test('only the pages that are asked for are read, and the document says that there are more', async () => {
  const { pages, pageCount } = await readDocument(three, { engine: nullEngine(), pages: '3,1' });
  expect(pages.map(({ number }) => number)).toEqual([1, 3]);
  expect(pageCount).toBe(3);
  await expect(readDocument(three, { engine: nullEngine(), pages: '2' })).rejects.toMatchObject(failed.problem);
  await expect(readDocument(three, { engine: nullEngine(), pages: '4' })).rejects.toMatchObject({
    code: 'page-not-there',
  });
  expect(await readDocument(three, { engine: nullEngine(), pages: '1-' })).not.toHaveProperty('pageCount');
});

test('a page is decoded when it is asked for, not before', async () => {
  const seen: number[] = [];
  const engine: Engine = {
    ...nullEngine(),
    async recognise({ data }: Raster) {
      seen.push(data[0] ?? -1);
      return [];
    },
  };
  const pages = readPages(three, { engine });
  await pages.next();
  expect(seen).toEqual([0]);
  await pages.next();
  await pages.next();
  expect(seen).toEqual([0, 255]);
  expect((await pages.next()).done).toBe(true);
});

test('a fault of the engine is the fault of the document, not of a page', async () => {
  const broken: Engine = {
    ...nullEngine(),
    recognise: () => Promise.reject(new Error('The engine is out of order')),
  };
  await expect(readDocument(three, { engine: broken })).rejects.toThrow('The engine is out of order');
});

test('a document of which no page can be read is a fault', async () => {
  const one = await pdfOf(async (pdf) => pdf.addPage([20_000, 20_000]));
  await expect(readDocument(one, { engine: nullEngine() })).rejects.toMatchObject({ code: 'pdf-page-too-large' });
  const two = await pdfOf(async (pdf) => pdf.addPage([20_000, 20_000]) && pdf.addPage([30_000, 10]));
  await expect(readDocument(two, { engine: nullEngine() })).rejects.toMatchObject({
    code: 'no-page-readable',
    message:
      'None of the 2 pages can be read; the first: Page 1 of the PDF has 20000 x 20000 points; a side has at most 14400',
  });
});
