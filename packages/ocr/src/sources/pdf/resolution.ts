import { floatsAt, integersAt, type Pdfium, type Pointer, withMemory } from './pdfium.ts';

/** What is seen on a page, as far as it decides how finely the page is drawn. */
export interface PageContent {
  readonly images: readonly PlacedImage[];
  /** Whether any text is visible: a text layer under or over a scan is not. */
  readonly hasVisibleText: boolean;
}

export interface PlacedImage {
  /** Dots per inch at which it stands on the page, the finer of its two directions. */
  readonly density: number;
  /** Square points. */
  readonly area: number;
}

/** What OCR engines are made for (https://tesseract-ocr.github.io/tessdoc/ImproveQuality.html#rescaling). */
const PRINT_DENSITY = 300;
/** Finer than this is the grain of the paper. */
const DENSITY_AT_MOST = 600;
/** A page is taken for a scan when images cover at least this share of it. */
const SCAN_COVERAGE = 0.5;
const POINTS_PER_INCH = 72;

// https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_edit.h
const TEXT_OBJECT = 1;
const IMAGE_OBJECT = 3;
const FORM_OBJECT = 5;
const INVISIBLE_TEXT = 3;
/** Forms within forms: scanning programs use one or two. */
const DEPTH_AT_MOST = 5;

/**
 * Dots per inch at which a page of `area` square points is drawn. A scan is drawn as finely as it was scanned, so that its pixels
 * stay what they are: of several images that lie over each other (a coarse background, a fine mask of the letters) the finer one
 * counts, a small logo does not. Anything else is drawn at 300.
 */
export function densityOf({ images, hasVisibleText }: PageContent, area: number): number {
  let covered = 0;
  for (const image of images.toSorted((one, other) => other.density - one.density)) {
    covered += image.area;
    if (covered < SCAN_COVERAGE * area) continue;
    const density = hasVisibleText ? Math.max(image.density, PRINT_DENSITY) : image.density;
    return Math.min(density, DENSITY_AT_MOST);
  }
  return PRINT_DENSITY;
}

/** Looks through the objects of a page, forms included. */
export function contentOf(pdfium: Pdfium, page: Pointer): PageContent {
  const images: PlacedImage[] = [];
  let hasVisibleText = false;
  const look = (object: Pointer, scale: number, depth: number): void => {
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === TEXT_OBJECT) hasVisibleText ||= pdfium.FPDFTextObj_GetTextRenderMode(object) !== INVISIBLE_TEXT;
    if (type === IMAGE_OBJECT) images.push(placedImage(pdfium, object, scale));
    if (type !== FORM_OBJECT || depth === DEPTH_AT_MOST) return;
    const [width, height] = extentOf(pdfium, object);
    const inner = scale * Math.sqrt(width * height);
    const count = pdfium.FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count; index++) look(pdfium.FPDFFormObj_GetObject(object, index), inner, depth + 1);
  };
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index++) look(pdfium.FPDFPage_GetObject(page, index), 1, 0);
  return { images, hasVisibleText };
}

function placedImage(pdfium: Pdfium, image: Pointer, scale: number): PlacedImage {
  const [width, height] = extentOf(pdfium, image);
  const { columns, rows } = pixelsOf(pdfium, image);
  const area = width * height * scale * scale;
  if (area === 0) return { density: 0, area: 0 };
  return { density: (POINTS_PER_INCH * Math.max(columns / width, rows / height)) / scale, area };
}

/** Pixels of an image as it is stored; none when it does not say. */
export function pixelsOf(pdfium: Pdfium, image: Pointer): { columns: number; rows: number } {
  return withMemory(pdfium, 8, (size) => {
    if (pdfium.FPDFImageObj_GetImagePixelSize(image, size, size + 4) === 0) return { columns: 0, rows: 0 };
    const [columns = 0, rows = 0] = integersAt(pdfium, size, 2);
    return { columns, rows };
  });
}

/** How long the sides of the unit square become under an object's matrix (`a b c d e f`, ISO 32000-2, 8.3.3), in points. */
function extentOf(pdfium: Pdfium, object: Pointer): [width: number, height: number] {
  return withMemory(pdfium, 24, (matrix) => {
    if (pdfium.FPDFPageObj_GetMatrix(object, matrix) === 0) return [0, 0];
    const [a = 0, b = 0, c = 0, d = 0] = floatsAt(pdfium, matrix, 4);
    return [Math.hypot(a, b), Math.hypot(c, d)];
  });
}
