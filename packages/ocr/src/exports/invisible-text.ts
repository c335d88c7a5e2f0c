import type { Page } from '../document.ts';
import type { Matrix } from './image-placement.ts';
import { GLYPH_WIDTH } from './glyphless-font.ts';
import type { InvisibleFont } from './invisible-font.ts';
import { BLANK, type LaidPiece, laidTextOf } from './laid-text.ts';
import { visualOrder } from './visual-order.ts';

/**
 * The content that lays a page's text invisibly (rendering mode 3) over its picture, in reading order: each word stretched onto
 * its box, so that selecting and copying follow the picture.
 *
 * @param placement Takes pixels of the upright page (origin at its lower left, y upward) to points of the PDF's page.
 */
export function invisibleText(page: Page, font: InvisibleFont, placement: Matrix): string {
  const matrix = placement.map((value) => Number(value.toFixed(6))).join(' ');
  return `q\n${matrix} cm\nBT\n3 Tr\n${operatorsOf(laidTextOf(page), page.height, font)}\nET\nQ\n`;
}

/** A word may be this share wider or narrower than its box: seldom more than a pixel, and the one before it is often as near. */
const STRETCH_TOLERANCE = 0.02;

/** Whole pixels and percents: finer than any reading is, and half as many bytes. */
function operatorsOf(pieces: readonly LaidPiece[], height: number, font: InvisibleFont): string {
  let last = { x: 0, y: 0, name: '', fontSize: 0, stretch: 100 };
  const lines = pieces.map((piece) => {
    const { text, base, fontSize } = piece;
    const [x, y] = [Math.round(piece.left), Math.round(height - base)];
    const name = font.reaching((base - piece.top) / fontSize, (piece.bottom - base) / fontSize, last.name);
    const exact = stretchOf(text, Math.max(1, Math.round(piece.right) - x), fontSize);
    const isNear = Math.abs(exact - last.stretch) <= STRETCH_TOLERANCE * exact;
    const stretch = isNear ? last.stretch : Math.max(1, Math.round(exact));
    const operators = [
      name === last.name && fontSize === last.fontSize ? '' : `/${name} ${Number(fontSize.toFixed(1))} Tf `,
      stretch === last.stretch ? '' : `${stretch} Tz `,
      `${x - last.x} ${y - last.y} Td `,
      // A space after every word: not all readers look for gaps.
      `${font.encode(visualOrder(text === BLANK ? text : `${text} `))} Tj`,
    ];
    last = { x, y, name, fontSize, stretch };
    return operators.join('');
  });
  return lines.join('\n');
}

/** Horizontal scaling, in percent, that makes a text `width` pixels wide. */
function stretchOf(text: string, width: number, fontSize: number): number {
  return (100_000 * width) / ([...text].length * GLYPH_WIDTH * fontSize);
}
