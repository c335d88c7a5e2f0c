import type { Box, Line, Page } from '../document.ts';
import { ASCENT, DESCENT, GLYPH_WIDTH } from './glyphless-font.ts';
import type { InvisibleFont } from './invisible-font.ts';

/** Share of the font size. */
const LEAST_GAP = 0.2;

/** A page as PDF sees it: points, origin at the lower left. */
interface Scale {
  /** Points per pixel. */
  readonly points: number;
  /** Height of the page in points. */
  readonly height: number;
}

/**
 * The content stream that lays a page's text invisibly (rendering mode 3) over its image, in reading order: each word stretched
 * onto its box, and the space after it onto the gap, so that selecting and copying follow the picture.
 */
export function invisibleText(page: Page, font: InvisibleFont, fontName: string, points: number): string {
  const scale = { points, height: page.height * points };
  const operators = page.blocks.flatMap(({ lines }) => lines.map((line) => lineOperators(line, font, fontName, scale)));
  return ['BT', '3 Tr', ...operators, 'ET'].join('\n');
}

function lineOperators({ words }: Line, font: InvisibleFont, fontName: string, scale: Scale): string {
  return words
    .flatMap(({ text, box }, index) => {
      const size = (box.height * scale.points * 1000) / (ASCENT - DESCENT);
      const baseline = scale.height - (box.top + box.height) * scale.points - (size * DESCENT) / 1000;
      const { word, gap } = widthsOf(box, words[index + 1]?.box);
      return [
        `/${fontName} ${number(size)} Tf`,
        `1 0 0 1 ${number(box.left * scale.points)} ${number(baseline)} Tm`,
        ...show(text, word * scale.points, size, font),
        ...(gap === undefined ? [] : show(' ', gap * scale.points, size, font)),
      ];
    })
    .join('\n');
}

/**
 * Widths in pixels of a word and of the space after it. Readers of PDF take words for one when the gap between them is under a
 * tenth of the font size, so a word that touches the next ends a little before its box does.
 */
function widthsOf(box: Box, next: Box | undefined): { word: number; gap: number | undefined } {
  if (next === undefined) return { word: box.width, gap: undefined };
  const distance = Math.max(next.left - box.left, box.width / 2);
  const gap = Math.max(distance - box.width, Math.min(LEAST_GAP * box.height, box.width / 2));
  return { word: distance - gap, gap };
}

/** Shows a text stretched or squeezed to `width` points: Tz is in hundredths of the natural width. */
function show(text: string, width: number, size: number, font: InvisibleFont): string[] {
  const natural = ([...text].length * GLYPH_WIDTH * size) / 1000;
  return [`${number((100 * width) / natural)} Tz`, `${font.encode(text)} Tj`];
}

/** A number as PDF writes it: without an exponent, a thousandth of a point being finer than any device. */
function number(value: number): string {
  return String(Number(value.toFixed(3)));
}
