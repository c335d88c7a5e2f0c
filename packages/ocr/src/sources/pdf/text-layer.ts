import type { Box } from '../../document.ts';
import { boundsWithin } from '../../geometry.ts';
import type { LayerCharacter } from './layer-lines.ts';
import { doublesAt, integersAt, type Pdfium, type Pointer, withMemory } from './pdfium.ts';
import type { Size } from './render-size.ts';

/** What PDFium gives for a hyphen at the end of a line (CPDF_TextPage, `kHyphen`). */
const LINE_END_HYPHEN = 2;

/** The characters of a page's text, in the order of the file, their boxes in pixels of the page as it is drawn. */
export function charactersOf(pdfium: Pdfium, page: Pointer, size: Size): LayerCharacter[] {
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) return [];
  try {
    return withMemory(pdfium, 48, (room) => {
      const count = pdfium.FPDFText_CountChars(text);
      return Array.from({ length: Math.max(0, count) }, (_, index) => ({
        text: characterOf(pdfium.FPDFText_GetUnicode(text, index)),
        box: boxOf(pdfium, { page, text, index, room }, size),
        isUnknown: pdfium.FPDFText_HasUnicodeMapError(text, index) === 1,
      }));
    });
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
}

function characterOf(code: number): string {
  if (code === LINE_END_HYPHEN) return '-';
  // Half of a pair is put together with its other half when the word is.
  return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}

interface CharacterPlace {
  readonly page: Pointer;
  readonly text: Pointer;
  readonly index: number;
  /** 48 bytes: four numbers of 8 bytes that PDFium writes, and two of 4. */
  readonly room: Pointer;
}

function boxOf(pdfium: Pdfium, { page, text, index, room }: CharacterPlace, size: Size): Box | undefined {
  const [left, right, bottom, top] = [room, room + 8, room + 16, room + 24];
  if (pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top) === 0) return undefined;
  const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = doublesAt(pdfium, room, 4);
  if (x1 === x2 || y1 === y2) return undefined;
  const corners = [
    [x1, y1],
    [x2, y2],
  ].map(([x = 0, y = 0]) => {
    const [column, row] = [room + 32, room + 36];
    pdfium.FPDF_PageToDevice(page, 0, 0, size.width, size.height, 0, x, y, column, row);
    const [pixelX = 0, pixelY = 0] = integersAt(pdfium, column, 2);
    return { x: pixelX, y: pixelY };
  });
  return boundsWithin(corners, size.width, size.height);
}
