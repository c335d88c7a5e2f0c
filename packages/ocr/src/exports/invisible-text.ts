import type { Line, Page } from '../document.ts';
import { ASCENT, DESCENT, GLYPH_WIDTH } from './glyphless-font.ts';
import type { InvisibleFont } from './invisible-font.ts';
import { textBoxesOf } from './text-boxes.ts';

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

function lineOperators(line: Line, font: InvisibleFont, fontName: string, { points, height }: Scale): string {
  const operators: string[] = [];
  for (const { text, box, gap } of textBoxesOf(line)) {
    const size = (box.height * points * 1000) / (ASCENT - DESCENT);
    const baseline = height - (box.top + box.height) * points - (size * DESCENT) / 1000;
    operators.push(`/${fontName} ${number(size)} Tf`, `1 0 0 1 ${number(box.left * points)} ${number(baseline)} Tm`);
    operators.push(show(text, box.width * points, size, font));
    if (gap !== undefined) operators.push(show(' ', gap * points, size, font));
  }
  return operators.join('\n');
}

/** Shows a text stretched or squeezed to `width` points: Tz is in hundredths of the natural width. */
function show(text: string, width: number, size: number, font: InvisibleFont): string {
  const natural = ([...text].length * GLYPH_WIDTH * size) / 1000;
  return `${number((100 * width) / natural)} Tz\n${font.encode(text)} Tj`;
}

/** A number as PDF writes it: without an exponent, a thousandth of a point being finer than any device. */
function number(value: number): string {
  return String(Number(value.toFixed(3)));
}
