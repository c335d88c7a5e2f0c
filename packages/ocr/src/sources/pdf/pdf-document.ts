import type { Raster } from '../../engine.ts';
import { pdfCorrupt, pdfEmpty, pdfEncrypted, pdfImageCorrupt, pdfPageCorrupt, pdfPageTooLarge } from '../../faults.ts';
import { READ_LIMITS } from '../../limits.ts';
import {
  bytesOf,
  integersAt,
  isBreakdown,
  type Pdfium,
  type Pointer,
  ranOutOfMemory,
  startPdfium,
  withMemory,
} from './pdfium.ts';
import type { TextLayer } from '../source.ts';
import { linesOf } from './layer-lines.ts';
import { hasLostImage } from './lost-image.ts';
import { isSound } from './layer-quality.ts';
import { renderSize, type Size } from './render-size.ts';
import { contentOf, densityOf } from './resolution.ts';
import { charactersOf } from './text-layer.ts';

/** A PDF that one PDFium has open. */
export interface PdfDocument {
  readonly pageCount: number;
  /** Draws a page as it is seen: turned by its /Rotate, cut to its crop box. Throws the Faults of a page. */
  draw(index: number): Raster;
  /** The page's own text, placed on the page as it was drawn; undefined when it has none. */
  textLayer(index: number, raster: Raster): TextLayer | undefined;
  /** Lets PDFium forget what it has read of the document, which it otherwise keeps. Throws as {@link openPdfDocument}. */
  refresh(): void;
  /** Whether PDFium wanted more memory than it may have. */
  readonly isOutOfMemory: boolean;
}

// FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of public/fpdfview.h: a password, or a way of encrypting that PDFium does not know.
const PASSWORD_ERRORS = new Set([4, 5]);

/** Points from the origin to each side of a crop box that cuts nothing off. */
const EVERYTHING = 1e6;

// FLAT_NORMALDISPLAY of public/fpdf_flatten.h.
const AS_DISPLAYED = 0;

const FORM_INFO_VERSION = 2;
/** Version 2 has fewer than 40 fields of 4 bytes each; the rest is room. */
const FORM_INFO_BYTES = 256;

const BITMAP_BGR = 2;
const BYTES_PER_PIXEL = 3;
const WHITE = 0xffffffff;
// FPDF_ANNOT and FPDF_REVERSE_BYTE_ORDER: stamps and notes are drawn; red stands first in memory, not blue.
const RENDER_FLAGS = 0x01 | 0x10;

/** Opens a PDF. Throws the Faults `pdf-encrypted`, `pdf-corrupt`, `pdf-empty` and `ocr-package-missing`. */
export async function openPdfDocument(bytes: Uint8Array): Promise<PdfDocument> {
  const pdfium = await startPdfium();
  try {
    return documentOf(pdfium, copyOf(pdfium, bytes));
  } catch (error) {
    throw isBreakdown(error) ? pdfCorrupt(error) : error;
  }
}

/** The bytes of a document where PDFium reads from them while it is open: never freed, because both are forgotten together. */
interface Copy {
  readonly at: Pointer;
  readonly length: number;
}

function copyOf(pdfium: Pdfium, bytes: Uint8Array): Copy {
  const at = pdfium.malloc(bytes.length);
  if (at === 0) throw new RangeError(`PDFium has no room for a document of ${bytes.length} bytes`);
  bytesOf(pdfium).set(bytes, at);
  return { at, length: bytes.length };
}

function load(pdfium: Pdfium, { at, length }: Copy): Pointer {
  const document = pdfium.FPDF_LoadMemDocument(at, length, 0);
  if (document !== 0) return document;
  const error = pdfium.FPDF_GetLastError();
  throw PASSWORD_ERRORS.has(error) ? pdfEncrypted() : pdfCorrupt(`PDFium's error ${error}`);
}

function documentOf(pdfium: Pdfium, copy: Copy): PdfDocument {
  let document = load(pdfium, copy);
  const pageCount = pdfium.FPDF_GetPageCount(document);
  if (pageCount < 1) throw pdfEmpty();
  let form = openForm(pdfium, document);
  const withPage = <Value>(index: number, use: (page: Pointer) => Value): Value => {
    const page = loadPage(pdfium, document, index);
    try {
      return use(page);
    } finally {
      pdfium.FPDF_ClosePage(page);
    }
  };
  return {
    pageCount,
    draw: (index) =>
      withPage(index, (page) => {
        const raster = drawPage(pdfium, { page, form }, sizeOf(pdfium, page, index));
        if (hasLostImage(pdfium, page, raster)) throw pdfImageCorrupt(index + 1);
        return raster;
      }),
    textLayer(index, raster) {
      withPage(index, (page) => layFieldsOnPage(pdfium, page));
      return withPage(index, (page) => textLayerOf(pdfium, page, raster));
    },
    get isOutOfMemory() {
      return ranOutOfMemory(pdfium);
    },
    refresh() {
      pdfium.FPDFDOC_ExitFormFillEnvironment(form);
      pdfium.FPDF_CloseDocument(document);
      document = load(pdfium, copy);
      form = openForm(pdfium, document);
    },
  };
}

function loadPage(pdfium: Pdfium, document: Pointer, index: number): Pointer {
  const loaded = (): Pointer => {
    const page = pdfium.FPDF_LoadPage(document, index);
    if (page === 0) throw pdfPageCorrupt(index + 1, `PDFium's error ${pdfium.FPDF_GetLastError()}`);
    return page;
  };
  const page = loaded();
  if (pdfium.FPDF_GetPageWidthF(page) > 0 && pdfium.FPDF_GetPageHeightF(page) > 0) return page;
  // Nothing is left of the media box within the crop box (ISO 32000-1, 14.11.2): viewers show the media box then.
  pdfium.FPDFPage_SetCropBox(page, -EVERYTHING, -EVERYTHING, EVERYTHING, EVERYTHING);
  pdfium.FPDF_ClosePage(page);
  return loaded();
}

/**
 * Makes what fields and notes show a part of the page, whose text alone PDFium gives; what is hidden stays out. Counts from the
 * next time that the page is loaded, and the page looks as before.
 */
function layFieldsOnPage(pdfium: Pdfium, page: Pointer): void {
  if (pdfium.FPDFPage_GetAnnotCount(page) > 0) pdfium.FPDFPage_Flatten(page, AS_DISPLAYED);
}

function textLayerOf(pdfium: Pdfium, page: Pointer, raster: Raster): TextLayer | undefined {
  const characters = charactersOf(pdfium, page, raster);
  const lines = linesOf(characters);
  if (lines.length === 0) return undefined;
  const area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page);
  return { lines, isSound: isSound({ characters, lines, content: contentOf(pdfium, page), area, raster }) };
}

/** Pixels at which a page is drawn. */
function sizeOf(pdfium: Pdfium, page: Pointer, index: number): Size {
  const points = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
  const { width, height } = points;
  if (!(width > 0 && height > 0)) throw pdfPageCorrupt(index + 1, `a page of ${width} x ${height} points`);
  const most = READ_LIMITS.pagePoints;
  if (Math.max(width, height) > most) throw pdfPageTooLarge(index + 1, width, height, most);
  return renderSize(points, densityOf(contentOf(pdfium, page), width * height));
}

interface Drawn {
  readonly page: Pointer;
  readonly form: Pointer;
}

/**
 * What PDFium needs to draw the fields of a form. Nothing is hooked up to it and none of the document's actions are run: the
 * structure has a version and no functions (FPDF_FORMFILLINFO of public/fpdf_formfill.h).
 */
function openForm(pdfium: Pdfium, document: Pointer): Pointer {
  const info = pdfium.malloc(FORM_INFO_BYTES);
  bytesOf(pdfium).fill(0, info, info + FORM_INFO_BYTES);
  integersAt(pdfium, info, 1)[0] = FORM_INFO_VERSION;
  return pdfium.FPDFDOC_InitFormFillEnvironment(document, info);
}

function drawPage(pdfium: Pdfium, { page, form }: Drawn, { width, height }: Size): Raster {
  const stride = width * BYTES_PER_PIXEL;
  return withMemory(pdfium, stride * height, (pixels) => {
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BITMAP_BGR, pixels, stride);
    if (bitmap === 0) throw new RangeError(`PDFium made no bitmap of ${width} x ${height} pixels`);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS);
    pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS);
    pdfium.FPDFBitmap_Destroy(bitmap);
    return { width, height, data: bytesOf(pdfium).slice(pixels, pixels + stride * height) };
  });
}
