import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';

interface Glyph {
  readonly advanceWidth: number;
  getPath(x: number, y: number, size: number): { toPathData(digits: number): string };
}

interface Font {
  readonly unitsPerEm: number;
  charToGlyph(character: string): Glyph;
}

const require = createRequire(import.meta.url);
const { parse } = require('opentype.js') as { parse(bytes: ArrayBuffer): Font };

const LINE = 60;
const SIZE = 36;

/** A PNG of black text on white, one line for each line of the text. No font of the machine is used. */
export async function pageOf(text: string): Promise<Uint8Array> {
  const font = parse(Uint8Array.from(readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'))).buffer);
  const lines = text.split('\n');
  const outlines = lines.map((line, index) => outlineOf(line, LINE * (index + 2), font));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="${LINE * (lines.length + 3)}">
    <rect width="100%" height="100%" fill="white"/><path d="${outlines.join('')}"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Glyph by glyph: the font's own rules for whole strings are more than the parser knows. */
function outlineOf(line: string, y: number, font: Font): string {
  let x = LINE;
  let outline = '';
  for (const character of line) {
    const glyph = font.charToGlyph(character);
    outline += glyph.getPath(x, y, SIZE).toPathData(2);
    x += (glyph.advanceWidth * SIZE) / font.unitsPerEm;
  }
  return outline;
}
