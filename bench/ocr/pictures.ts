import type { Box, Document, Line } from '@ocr-pipeline/ocr';
import sharp from 'sharp';

/** The longest side of a picture in pixels: small enough to be looked at, large enough for print to be read. */
const LONGEST_SIDE = 1800;
const COLOURS = { block: '#0070ff', line: '#d00000', word: '#f0a000', order: '#008a00' };

/**
 * The first page of a document as a PNG, with its blocks, lines and words framed, its lines numbered, and a path from line to
 * line in the order of reading.
 */
export async function drawDocument(image: Uint8Array, { pages }: Document): Promise<Buffer> {
  const [page] = pages;
  if (page === undefined) throw new Error('A document without pages');
  const upright = sharp(await sharp(image).autoOrient().toBuffer()).rotate(page.turn ?? 0);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(page.width, page.height));
  const [width, height] = [page.width, page.height].map((side) => Math.max(1, Math.round(side * scale)));
  const lines = page.blocks.flatMap((block) => block.lines);
  const shapes = [
    ...lines.flatMap(({ words }) => words.map(({ box }) => frame(box, scale, COLOURS.word, 0.7))),
    ...lines.map(({ box }) => frame(box, scale, COLOURS.line, 1)),
    ...page.blocks.map(({ box }) => frame(box, scale, COLOURS.block, 2)),
    orderOf(lines, scale),
    ...lines.map(({ box }, index) => numberAt(box, scale, index + 1)),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join('')}</svg>`;
  return upright
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .resize(width, height, { fit: 'fill' })
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer();
}

function frame({ left, top, width, height }: Box, scale: number, colour: string, stroke: number): string {
  const [x, y, w, h] = [left, top, width, height].map((value) => (value * scale).toFixed(1));
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="none" stroke="${colour}" stroke-width="${stroke}"/>`;
}

function orderOf(lines: readonly Line[], scale: number): string {
  const points = lines.map(({ box: { left, top, width, height } }) =>
    [left + width / 2, top + height / 2].map((value) => (value * scale).toFixed(1)).join(','),
  );
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS.order}" stroke-width="1" opacity="0.45"/>`;
}

function numberAt({ left, top }: Box, scale: number, number: number): string {
  const [x, y] = [left, top].map((value) => (value * scale).toFixed(1));
  return `<text x="${x}" y="${y}" font-family="sans-serif" font-size="10" fill="${COLOURS.order}">${number}</text>`;
}
