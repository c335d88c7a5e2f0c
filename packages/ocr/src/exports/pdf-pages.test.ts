import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { pagesOf } from './pdf-pages.ts';

test.each([
  ['within it', [10, 20, 30, 40], { left: 10, bottom: 20, width: 30, height: 40 }],
  ['partly beside it', [50, -50, 100, 100], { left: 50, bottom: 0, width: 50, height: 50 }],
  ['beside it', [500, 500, 72, 72], { left: 0, bottom: 0, width: 100, height: 100 }],
] as const)(
  'of a page, a crop box that lies %s shows what it shares with the media box, or all',
  async (_, crop, seen) => {
    const pdf = await PDFDocument.create();
    const [x, y, width, height] = crop;
    pdf.addPage([100, 100]).setCropBox(x, y, width, height);
    expect(pagesOf(pdf)[0]?.box).toEqual(seen);
  },
);
