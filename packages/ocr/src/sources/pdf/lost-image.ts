import type { Raster } from '../../engine.ts';
import { READ_LIMITS } from '../../limits.ts';
import type { Pdfium, Pointer } from './pdfium.ts';
import { pixelsOf } from './resolution.ts';

// https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_edit.h
const IMAGE_OBJECT = 3;
const FORM_OBJECT = 5;
/** Forms within forms: scanning programs use one or two. */
const DEPTH_AT_MOST = 5;

/**
 * Whether a page looks empty because an image on it cannot be decoded: PDFium leaves such an image out and says nothing. Only
 * what looks empty is looked into, since each image is decoded once more.
 */
export function hasLostImage(pdfium: Pdfium, page: Pointer, raster: Raster): boolean {
  if (!isOfOneColour(raster)) return false;
  const isLost = (object: Pointer, depth: number): boolean => {
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === IMAGE_OBJECT) return !canBeDecoded(pdfium, object);
    if (type !== FORM_OBJECT || depth === DEPTH_AT_MOST) return false;
    const count = pdfium.FPDFFormObj_CountObjects(object);
    return some(count, (index) => isLost(pdfium.FPDFFormObj_GetObject(object, index), depth + 1));
  };
  return some(pdfium.FPDFPage_CountObjects(page), (index) => isLost(pdfium.FPDFPage_GetObject(page, index), 0));
}

function isOfOneColour({ data }: Raster): boolean {
  const [red, green, blue] = data;
  for (let at = 3; at < data.length; at += 3) {
    if (data[at] !== red || data[at + 1] !== green || data[at + 2] !== blue) return false;
  }
  return true;
}

/** One that is too large to be looked at twice counts as decoded. */
function canBeDecoded(pdfium: Pdfium, image: Pointer): boolean {
  const { columns, rows } = pixelsOf(pdfium, image);
  if (columns * rows > READ_LIMITS.pixels) return true;
  const bitmap = pdfium.FPDFImageObj_GetBitmap(image);
  if (bitmap === 0) return false;
  pdfium.FPDFBitmap_Destroy(bitmap);
  return true;
}

function some(count: number, test: (index: number) => boolean): boolean {
  for (let index = 0; index < count; index++) if (test(index)) return true;
  return false;
}
