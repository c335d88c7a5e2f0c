import sharp from 'sharp';
import { type FontName, outlineOf } from './fonts.ts';

export interface PageOptions {
  /** Paragraphs stand apart by a blank line; a line feed within one breaks the line; `# ` at its start makes it a heading. */
  readonly text: string;
  readonly font?: FontName;
  readonly headingFont?: FontName;
  /** Pixels: at 150 dots per inch, 23 pixels are 11 points. */
  readonly fontSize?: number;
  /** Pixels; by default A4 at 150 dots per inch. */
  readonly width?: number;
  readonly height?: number;
  readonly margin?: number;
  /** Dots per inch, written into the file. */
  readonly density?: number;
}

interface Style {
  readonly font: FontName;
  readonly size: number;
}

interface Placed {
  readonly text: string;
  readonly style: Style;
  readonly baseline: number;
}

const LEADING = 1.4;
const HEADING = 1.6;

/** Typesets black text on a white page, as the outlines of its letters, and gives the page as a PNG. */
export async function typesetPage(options: PageOptions): Promise<Uint8Array> {
  const { width = 1240, height = 1754, margin = 120, density = 150 } = options;
  const paths = place(options, width - 2 * margin, margin).map(
    ({ text, style, baseline }) => `<path d="${outlineOf(text, style.font, style.size, margin, baseline).path}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${paths.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten().withMetadata({ density }).png().toBuffer();
}

/** The text as it stands on the page: without the marks of headings. */
export function textOf(text: string): string {
  return text.replace(/^# /gm, '');
}

function place(options: PageOptions, measure: number, top: number): Placed[] {
  const { font = 'DejaVuSerif', headingFont = 'DejaVuSans-Bold', fontSize = 23 } = options;
  const placed: Placed[] = [];
  let baseline = top;
  for (const paragraph of options.text.trim().split(/\n{2,}/)) {
    const heading = paragraph.startsWith('# ');
    const style = heading ? { font: headingFont, size: fontSize * HEADING } : { font, size: fontSize };
    for (const text of textOf(paragraph)
      .split('\n')
      .flatMap((line) => wrap(line, style, measure))) {
      baseline += style.size * LEADING;
      placed.push({ text, style, baseline });
    }
    baseline += fontSize * LEADING * 0.8;
  }
  return placed;
}

function wrap(line: string, { font, size }: Style, measure: number): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || outlineOf(longer, font, size).width > measure) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
