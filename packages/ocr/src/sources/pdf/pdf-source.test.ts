import { degrees, PDFName, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { addScan, pdfOf } from '../../testing/pdf.ts';
import type { Raster } from '../../engine.ts';
import { openPdfSource } from './pdf-source.ts';

const RED = rgb(1, 0, 0);

async function draw(pdf: Uint8Array, index = 0): Promise<Raster> {
  const source = await openPdfSource(pdf);
  const raster = await source.raster(index);
  source.close();
  return raster;
}

/** The colour in the middle of each quarter of a page: top left, top right, bottom left, bottom right. */
function quarters({ width, height, data }: Raster): string[] {
  return [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((across) => {
      const pixel = Math.floor(height * down) * width + Math.floor(width * across);
      const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 3, pixel * 3 + 3);
      if (red > 200 && green > 200 && blue > 200) return 'white';
      return red > 200 && green < 80 && blue < 80 ? 'red' : `${red},${green},${blue}`;
    }),
  );
}

const noise = await sharp({
  create: {
    width: 425,
    height: 550,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  },
})
  .jpeg({ quality: 95 })
  .toBuffer();

describe('a scanned page', () => {
  test('keeps the pixels of its scan', async () => {
    const { width, height, data } = await draw(await pdfOf((pdf) => addScan(pdf, noise, 50)));
    expect([width, height]).toEqual([425, 550]);
    const scanned = await sharp(noise).raw().toBuffer();
    const differences = data.map((value, index) => Math.abs(value - (scanned[index] ?? 0)));
    // Another JPEG decoder: a rounding apart, never another pixel.
    expect(differences.reduce((most, value) => Math.max(most, value), 0)).toBeLessThanOrEqual(4);
  });

  test('keeps them also under a text layer, and within a form', async () => {
    const layered = await pdfOf(async (pdf) => {
      const page = await addScan(pdf, noise, 50);
      page.drawText('read before', { size: 20, renderMode: 3 });
    });
    expect(await draw(layered)).toMatchObject({ width: 425, height: 550 });
    const within = await pdfOf(async (pdf) => {
      const inner = await pdfOf((other) => addScan(other, noise, 100));
      const [form] = await pdf.embedPdf(inner);
      if (form !== undefined) pdf.addPage([612, 792]).drawPage(form, { x: 0, y: 0, width: 612, height: 792 });
    });
    expect(await draw(within)).toMatchObject({ width: 425, height: 550 });
  });

  test('is drawn at no more than 600 dots per inch, and at 300 when it has a small image only', async () => {
    expect(await draw(await pdfOf((pdf) => addScan(pdf, noise, 2400)))).toMatchObject({ width: 106, height: 138 });
    const logo = await pdfOf(async (pdf) => {
      const image = await pdf.embedJpg(noise);
      pdf.addPage([144, 144]).drawImage(image, { x: 0, y: 0, width: 30, height: 40 });
    });
    expect(await draw(logo)).toMatchObject({ width: 600, height: 600 });
  });
});

describe('a page is drawn as it is seen', () => {
  const topLeft = (turn: number) =>
    pdfOf(async (pdf) => {
      const page = pdf.addPage([200, 100]);
      page.drawRectangle({ x: 0, y: 50, width: 100, height: 50, color: RED });
      page.setRotation(degrees(turn));
    });

  test.each([
    [0, ['red', 'white', 'white', 'white']],
    [90, ['white', 'red', 'white', 'white']],
    [180, ['white', 'white', 'white', 'red']],
    [270, ['white', 'white', 'red', 'white']],
  ])('turned by %i degrees', async (turn, expected) => {
    const raster = await draw(await topLeft(turn));
    expect(quarters(raster)).toEqual(expected);
    expect(raster.width > raster.height).toBe(turn % 180 === 0);
  });

  test('cut to its crop box', async () => {
    const cropped = await pdfOf(async (pdf) => {
      const page = pdf.addPage([400, 400]);
      page.drawRectangle({ x: 100, y: 150, width: 100, height: 50, color: RED });
      page.setCropBox(100, 100, 200, 100);
    });
    const raster = await draw(cropped);
    expect(quarters(raster)).toEqual(['red', 'white', 'white', 'white']);
    expect([raster.width, raster.height]).toEqual([833, 417]);
  });

  test.each([
    ['whole, when its crop box lies beside it', [500, 500, 72, 72], [417, 417], ['red', 'white', 'white', 'white']],
    ['cut to what its crop box shares with it', [50, -50, 100, 100], [208, 208], ['white', 'white', 'white', 'white']],
  ] as const)('%s', async (_, [x, y, width, height], size, expected) => {
    for (const isInherited of [false, true]) {
      const pdf = await pdfOf(async (document) => {
        const page = document.addPage([100, 100]);
        page.drawRectangle({ x: 0, y: 50, width: 50, height: 50, color: RED });
        page.setCropBox(x, y, width, height);
        if (!isInherited) return;
        for (const key of ['MediaBox', 'CropBox'].map((name) => PDFName.of(name))) {
          const box = page.node.get(key);
          if (box !== undefined) document.catalog.Pages().set(key, box);
          page.node.delete(key);
        }
      });
      const raster = await draw(pdf);
      expect(quarters(raster)).toEqual(expected);
      expect([raster.width, raster.height]).toEqual(size);
    }
  });

  test('with what was typed into a form', async () => {
    const form = await pdfOf(async (pdf) => {
      const page = pdf.addPage([200, 100]);
      const field = pdf.getForm().createTextField('name');
      field.addToPage(page, { x: 0, y: 50, width: 100, height: 50, backgroundColor: RED, borderWidth: 0 });
    });
    expect(quarters(await draw(form))).toEqual(['red', 'white', 'white', 'white']);
  });
});

test('the same page gives the same pixels, whatever was drawn before', async () => {
  const pdf = await pdfOf(async (document) => {
    await addScan(document, noise, 50);
    document.addPage([300, 300]).drawCircle({ x: 150, y: 150, size: 99, color: RED });
  });
  const source = await openPdfSource(pdf);
  const first = await source.raster(1);
  await source.raster(0);
  expect(await source.raster(1)).toEqual(first);
});

test('every page of a long document is itself, also where PDFium is begun anew', async () => {
  const pdf = await pdfOf(async (document) => {
    for (let page = 0; page < 120; page++) document.addPage([24 + page, 24]);
  });
  const source = await openPdfSource(pdf);
  const widths: number[] = [];
  for (let index = 0; index < source.pageCount; index++) widths.push((await source.raster(index)).width);
  expect(widths).toEqual(Array.from({ length: 120 }, (_, page) => Math.round(((24 + page) * 300) / 72)));
});
