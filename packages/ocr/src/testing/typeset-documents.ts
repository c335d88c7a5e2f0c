import sharp from 'sharp';
import { type LineToSet, type PageToSet, typesetLines } from '../../../../test/typeset/typeset-lines.ts';
import type { Block, BlockKind, Document } from '../document.ts';
import { unionOf } from '../geometry.ts';

/** A page with what it says, as if it had been read without a mistake. */
export interface TypesetDocument {
  /** A grey JPEG. */
  readonly image: Uint8Array;
  readonly document: Document;
}

export interface BlockToSet {
  readonly kind?: BlockKind;
  readonly lines: readonly LineToSet[];
}

const A4 = { width: 1240, height: 1754 };
const DENSITY = 150;

/** Typesets blocks, given in reading order, on A4 at 150 dots per inch. */
export async function typesetDocument(blocks: readonly BlockToSet[], skew = 0): Promise<TypesetDocument> {
  const page: PageToSet = { ...A4, skew };
  const { png, lines } = await typesetLines(
    blocks.flatMap((block) => block.lines),
    page,
  );
  const image = await sharp(png).greyscale().withMetadata({ density: DENSITY }).jpeg({ quality: 90 }).toBuffer();
  let next = 0;
  const placed = blocks.map(({ kind, lines: own }): Block => {
    const ofBlock = lines.slice(next, (next += own.length)).map(({ text, words }) => ({
      text,
      confidence: 1,
      box: unionOf(words.map(({ box }) => box)),
      words: words.map((word) => Object.assign({}, word, { confidence: 1 })),
    }));
    return { ...(kind === undefined ? {} : { kind }), box: unionOf(ofBlock.map(({ box }) => box)), lines: ofBlock };
  });
  const document: Document = {
    schema: 'ocr-pipeline/document/2',
    engine: { name: 'test', version: '1', models: [] },
    pages: [{ number: 1, ...A4, blocks: placed }],
  };
  return { image, document };
}

/** Lines of one size below each other. */
export function column(
  texts: readonly string[],
  { x, y, size, pitch = 1.4 }: { x: number; y: number; size: number; pitch?: number },
): LineToSet[] {
  return texts.map((text, index) => ({ text, x, baseline: y + index * size * pitch, size }));
}

/** Sentences of words that differ from each other, `count` words in lines of `perLine`; every fifth line ends in a hyphen. */
export function prose(name: string, count: number, perLine: number): string[] {
  const words = Array.from(
    { length: count },
    (_, index) => `${SYLLABLES[(index * 7) % SYLLABLES.length]}${name}${index}`,
  );
  const lines: string[] = [];
  for (let start = 0; start < count; start += perLine) {
    const line = words.slice(start, start + perLine).join(' ');
    lines.push((start / perLine) % 5 === 4 ? `${line}-` : line);
  }
  return lines;
}

const SYLLABLES = ['ma', 'lor', 'i', 'quent', 'ples', 'gar', 'to', 'wharf', 'sil', 'ven'];
