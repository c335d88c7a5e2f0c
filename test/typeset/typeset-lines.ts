import sharp from 'sharp';
import { type FontName, outlineOf } from './fonts.ts';

/** A line of text at a place of its own. */
export interface LineToSet {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  /** Pixels. */
  readonly size: number;
  readonly font?: FontName;
}

export interface TypesetBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface TypesetLine {
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly box: TypesetBox }[];
}

export interface TypesetLines {
  /** Black on white. */
  readonly png: Uint8Array;
  /** In the order in which they were given, with the box of each word's letters, in whole pixels. */
  readonly lines: readonly TypesetLine[];
}

export interface PageToSet {
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise by which the page lies askew. */
  readonly skew?: number;
}

/** Typesets lines where they are to stand, and says where each of their words came to stand. */
export async function typesetLines(
  lines: readonly LineToSet[],
  { width, height, skew = 0 }: PageToSet,
): Promise<TypesetLines> {
  const paths = lines.map(
    ({ text, font = 'DejaVuSerif', size, x, baseline }) => outlineOf(text, font, size, x, baseline).path,
  );
  const group = `<g transform="rotate(${skew} ${width / 2} ${height / 2})">${paths.map((path) => `<path d="${path}"/>`).join('')}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${group}</svg>`;
  return {
    png: await sharp(Buffer.from(svg)).flatten().withMetadata({ density: 150 }).png().toBuffer(),
    lines: lines.map((line) => ({ text: line.text, words: wordsOf(line, { width, height, skew }) })),
  };
}

function wordsOf({ text, font = 'DejaVuSerif', size, x, baseline }: LineToSet, page: Required<PageToSet>) {
  let at = 0;
  return text.split(' ').map((word) => {
    const start = x + outlineOf(text.slice(0, at), font, size).width;
    at += word.length + 1;
    return { text: word, box: boundsOf(outlineOf(word, font, size, start, baseline).path, page) };
  });
}

/** The box around every point of an outline, turned as the page is. The curves of letters stay within their points. */
function boundsOf(path: string, { width, height, skew }: Required<PageToSet>): TypesetBox {
  const numbers = (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [cos, sin] = [Math.cos((skew * Math.PI) / 180), Math.sin((skew * Math.PI) / 180)];
  const xs: number[] = [];
  const ys: number[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [x, y] = [(numbers[index] ?? 0) - width / 2, (numbers[index + 1] ?? 0) - height / 2];
    xs.push(width / 2 + x * cos - y * sin);
    ys.push(height / 2 + x * sin + y * cos);
  }
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return { left, top, width: Math.ceil(Math.max(...xs)) - left, height: Math.ceil(Math.max(...ys)) - top };
}
