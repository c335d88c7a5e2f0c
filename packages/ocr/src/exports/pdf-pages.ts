import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { Turn } from '../document.ts';

/** A page of a PDF as it is stored. */
export interface PdfPage {
  readonly ref: PDFRef;
  readonly dictionary: PDFDict;
  /** What is seen of it, in its own points: the crop box within the media box, which counts alone when nothing of it is left. */
  readonly box: PdfBox;
  /** Degrees clockwise by which it is shown turned. */
  readonly rotation: Turn;
}

export interface PdfBox {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** What PDFium takes for a page without a media box, though ISO 32000-2, 7.7.3.3, asks for one. */
const LETTER: PdfBox = { left: 0, bottom: 0, width: 612, height: 792 };

/** Page trees are a few levels deep; more is a tree that contains itself. */
const DEPTH_AT_MOST = 64;

/** The pages of a PDF in order; undefined stands for one that is listed, but is no page. */
export function pagesOf({ catalog, context }: PDFDocument): (PdfPage | undefined)[] {
  const visit = (kid: unknown, depth: number): (PdfPage | undefined)[] => {
    const node = kid instanceof PDFRef ? context.lookup(kid) : kid;
    if (!(node instanceof PDFDict) || depth > DEPTH_AT_MOST) return [undefined];
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) return kids.asArray().flatMap((inner) => visit(inner, depth + 1));
    return [kid instanceof PDFRef ? pageOf(kid, node) : undefined];
  };
  return visit(catalog.get(PDFName.of('Pages')), 0);
}

function pageOf(ref: PDFRef, dictionary: PDFDict): PdfPage {
  const media = boxOf(inherited(dictionary, 'MediaBox')) ?? LETTER;
  const crop = boxOf(inherited(dictionary, 'CropBox'));
  const rotate = inherited(dictionary, 'Rotate');
  return {
    ref,
    dictionary,
    box: (crop && intersection(crop, media)) ?? media,
    rotation: turnOf(rotate instanceof PDFNumber ? rotate.asNumber() : 0),
  };
}

/** ISO 32000-2, 7.7.3.4: an entry that a page may have from a node above it. */
export function inherited(page: PDFDict, name: string): unknown {
  let node: unknown = page;
  for (let depth = 0; node instanceof PDFDict && depth <= DEPTH_AT_MOST; depth++) {
    const value = node.lookup(PDFName.of(name));
    if (value !== undefined) return value;
    node = node.lookup(PDFName.of('Parent'));
  }
  return undefined;
}

function boxOf(value: unknown): PdfBox | undefined {
  if (!(value instanceof PDFArray) || value.size() < 4) return undefined;
  const numbers = [0, 1, 2, 3].map((index) => value.lookup(index));
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers.map((side) => (side instanceof PDFNumber ? side.asNumber() : 0));
  const box = { left: Math.min(x1, x2), bottom: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  return box.width > 0 && box.height > 0 ? box : undefined;
}

function intersection(one: PdfBox, other: PdfBox): PdfBox | undefined {
  const left = Math.max(one.left, other.left);
  const bottom = Math.max(one.bottom, other.bottom);
  const width = Math.min(one.left + one.width, other.left + other.width) - left;
  const height = Math.min(one.bottom + one.height, other.bottom + other.height) - bottom;
  return width > 0 && height > 0 ? { left, bottom, width, height } : undefined;
}

function turnOf(degrees: number): Turn {
  const quarters = ((Math.trunc(degrees / 90) % 4) + 4) % 4;
  return ([0, 90, 180, 270] as const)[quarters] ?? 0;
}
