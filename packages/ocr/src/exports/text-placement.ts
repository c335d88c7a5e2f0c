import type { Page, Turn } from '../document.ts';
import type { Matrix } from './image-placement.ts';
import type { PdfPage } from './pdf-pages.ts';

/** How far a page of a PDF must be turned clockwise to be seen as the document's page is. */
function turnTo({ rotation }: PdfPage, { turn }: Page): Turn {
  return ((rotation + (turn ?? 0)) % 360) as Turn;
}

/**
 * The matrix that takes pixels of an upright page (origin at its lower left, y upward) to the points of the PDF's page, against
 * its rotation and the turn of the reader.
 */
export function textPlacement(stored: PdfPage, page: Page): Matrix {
  const { left, bottom, width, height } = stored.box;
  const [right, top] = [left + width, bottom + height];
  switch (turnTo(stored, page)) {
    case 0:
      return [width / page.width, 0, 0, height / page.height, left, bottom];
    case 90:
      return [0, height / page.width, -width / page.height, 0, right, bottom];
    case 180:
      return [-width / page.width, 0, 0, -height / page.height, right, top];
    case 270:
      return [0, -height / page.width, width / page.height, 0, left, top];
  }
}

/** Whether the document's page has the proportions of the PDF's, as far as whole pixels can have them. */
export function hasProportionsOf(stored: PdfPage, page: Page): boolean {
  const upright = turnTo(stored, page) % 180 === 0;
  const { width, height } = upright ? stored.box : { width: stored.box.height, height: stored.box.width };
  // Each side of the page in pixels may be off by one.
  return Math.abs(page.width * height - page.height * width) <= width + height;
}
