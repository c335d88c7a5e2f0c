import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';

const IMAGES = new Set(['.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp', '.gif', '.bmp']);

/** The images of a folder and of the folders in it, by name. Throws an Error when there is none. */
export function imagesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const images = files.filter((file) => IMAGES.has(extname(file).toLowerCase())).toSorted();
  if (images.length === 0) throw new Error(`${folder} has no images`);
  return images.map((file) => join(folder, file));
}

/** Writes an image as a JPEG of close to `megapixels` million pixels, turned clockwise. */
export async function writeEnlarged(image: string, path: string, megapixels: number, turn: 0 | 180): Promise<void> {
  const { width, height } = await sharp(image).metadata();
  const scale = Math.sqrt((megapixels * 1e6) / (width * height));
  const [wide, high] = [Math.floor(width * scale), Math.floor(height * scale)];
  await sharp(image).resize(wide, high, { fit: 'fill', kernel: 'cubic' }).rotate(turn).jpeg().toFile(path);
}

/** 300 dots per inch, in points. */
const SCALE = 72 / 300;
/** A page that no PDF may have: 400 inches (ISO 32000-1, Annex C.2). */
const TOO_LARGE = 28_800;

/**
 * Writes a PDF as a scanner does: each page one JPEG, the images in turn, once for each page. The pages in `broken` are larger
 * than a PDF's page can be.
 */
export async function writeScannedPdf(
  images: readonly string[],
  path: string,
  pageCount: number,
  broken: ReadonlySet<number>,
): Promise<void> {
  const pdf = await PDFDocument.create();
  for (let number = 1; number <= pageCount; number++) {
    const image = images[(number - 1) % images.length] ?? '';
    // Each page has an image of its own: readers keep what they know of one that they have seen.
    const jpeg = await sharp(readFileSync(image), { failOn: 'none' }).jpeg({ quality: 80 }).toBuffer();
    const embedded = await pdf.embedJpg(jpeg);
    const [width, height] = [embedded.width * SCALE, embedded.height * SCALE];
    const page = pdf.addPage(broken.has(number) ? [TOO_LARGE, TOO_LARGE] : [width, height]);
    page.drawImage(embedded, { x: 0, y: 0, width, height });
  }
  await writeFile(path, await pdf.save({ useObjectStreams: false }));
}
