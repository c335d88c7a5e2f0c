import { readFileSync } from 'node:fs';
import { degrees, PDFDocument, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Item } from '../ocr/image-set.ts';

/** A document to be made searchable, and what it says. */
export interface BenchDocument {
  readonly name: string;
  /** The ending of its file's name. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Of all its pages, in order. */
  readonly truth: string;
}

const DENSITY = 150;
const IMAGES = 12;

/**
 * Twenty documents of a set of images: twelve images as they are, kind by kind in turn, and eight made of them, as people have
 * them: scans in a PDF, of several pages, on their side, cropped, between pages with text of their own, and a TIFF.
 */
export async function benchDocuments(items: readonly Item[]): Promise<BenchDocument[]> {
  const chosen = inTurn(items);
  const images = chosen.slice(0, IMAGES).map((item) => imageOf(item));
  const pick = (...places: number[]) => places.flatMap((place) => chosen[(IMAGES + place) % chosen.length] ?? []);
  return [...images, ...(await Promise.all(made(pick)))];
}

function made(pick: (...places: number[]) => Item[]): Promise<BenchDocument>[] {
  return [
    pdfOf('one scan', pick(0), addScan),
    pdfOf('four scans', pick(1, 2, 3, 4), addScan),
    pdfOf('two scans on their side, turned by /Rotate', pick(5, 6), async (pdf, item) =>
      (await addScan(pdf, item, 270)).setRotation(degrees(90)),
    ),
    pdfOf('a scan on its side', pick(7), (pdf, item) => addScan(pdf, item, 90)),
    pdfOf('a cropped scan', pick(8), addCropped),
    pdfOf('text of its own', pick(9), addText),
    pdfOf('a scan between pages of text', pick(10, 11, 12), (pdf, item) =>
      item === pick(11)[0] ? addScan(pdf, item) : addText(pdf, item),
    ),
    tiffOf('TIFF of two pages', pick(13, 14)),
  ];
}

/** The first of each kind, then the second of each kind, and so on. */
function inTurn(items: readonly Item[]): Item[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))].map((kind) => items.filter((item) => item.kind === kind));
  const longest = Math.max(0, ...kinds.map((ofKind) => ofKind.length));
  return Array.from({ length: longest }, (_, round) => kinds.flatMap((ofKind) => ofKind[round] ?? [])).flat();
}

function imageOf({ id, image, text }: Item): BenchDocument {
  return { name: id, type: image.slice(image.lastIndexOf('.') + 1), bytes: readFileSync(image), truth: text };
}

async function pdfOf(
  name: string,
  items: readonly Item[],
  add: (pdf: PDFDocument, item: Item) => Promise<unknown>,
): Promise<BenchDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const item of items) await add(pdf, item);
  const bytes = await pdf.save({ addDefaultPage: false });
  return { name: `PDF: ${name}`, type: 'pdf', bytes, truth: truthOf(items) };
}

function truthOf(items: readonly Item[]): string {
  return items.map(({ text }) => text).join('\n\n');
}

async function addScan(pdf: PDFDocument, { image }: Item, turn = 0): Promise<PDFPage> {
  const { embedded, width, height } = await embed(pdf, image, turn);
  const page = pdf.addPage([width, height]);
  page.drawImage(embedded, { x: 0, y: 0, width, height });
  return page;
}

async function addCropped(pdf: PDFDocument, { image }: Item): Promise<void> {
  const { embedded, width, height } = await embed(pdf, image, 0);
  const page = pdf.addPage([width + 60, height + 90]);
  page.drawImage(embedded, { x: 20, y: 50, width, height });
  page.setCropBox(20, 50, width, height);
}

async function embed(pdf: PDFDocument, image: string, turn: number) {
  const jpeg = await sharp(image).rotate(turn).flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer();
  const embedded = await pdf.embedJpg(jpeg);
  return { embedded, width: (embedded.width * 72) / DENSITY, height: (embedded.height * 72) / DENSITY };
}

/** A born-digital page: the words of the image, set line by line. Characters that the font does not have are left out. */
async function addText(pdf: PDFDocument, { text }: Item): Promise<void> {
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const known = new Set(font.getCharacterSet());
  const page = pdf.addPage([595, 842]);
  const written = [...text].map((character) => (known.has(character.codePointAt(0) ?? 0) ? character : ' ')).join('');
  const words = written.split(/\s+/).filter((word) => word !== '');
  let line = '';
  let y = 790;
  for (const word of [...words, undefined]) {
    const longer = word === undefined ? undefined : `${line} ${word}`.trim();
    if (longer !== undefined && font.widthOfTextAtSize(longer, 9) < 480) {
      line = longer;
      continue;
    }
    if (y > 40) page.drawText(line, { x: 57, y, size: 9, font });
    y -= 11;
    line = word ?? '';
  }
}

async function tiffOf(name: string, items: readonly Item[]): Promise<BenchDocument> {
  const width = 1200;
  const pages = await Promise.all(
    items.map(({ image }) =>
      sharp(image)
        .flatten({ background: '#fff' })
        .resize({ width, height: 1700, fit: 'contain', background: '#fff' })
        .png()
        .toBuffer(),
    ),
  );
  const bytes = await sharp(pages, { join: { animated: true } })
    .tiff({ compression: 'lzw', predictor: 'horizontal', xres: 5.9, yres: 5.9 })
    .toBuffer();
  return { name, type: 'tiff', bytes, truth: truthOf(items) };
}
