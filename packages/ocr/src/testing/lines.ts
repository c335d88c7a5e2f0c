import type { Document, Line, Word } from '../document.ts';
import { unionOf } from '../geometry.ts';

export interface LinePlace {
  readonly left: number;
  readonly top: number;
  /** Height of the text in pixels; each character is half as wide. */
  readonly height?: number;
  /** Pixels that the line falls for each pixel to the right. */
  readonly slope?: number;
}

/** A line of evenly spaced characters, for tests of what is done with lines. */
export function lineAt(text: string, { left, top, height = 20, slope = 0 }: LinePlace): Line {
  const words: Word[] = [];
  let x = left;
  for (const word of text.split(' ')) {
    const width = (word.length * height) / 2;
    const fall = Math.round(slope * (x + width / 2));
    words.push({ text: word, confidence: 0.9, box: { left: x, top: top + fall, width, height } });
    x += width + height / 2;
  }
  return { text, confidence: 0.9, box: unionOf(words.map(({ box }) => box)), words };
}

/** A document of one page with one block of these lines. */
export function documentOf(lines: readonly Line[], width = 800, height = 600): Document {
  const box = unionOf(lines.map((line) => line.box));
  return {
    schema: 'ocr-pipeline/document/2',
    engine: { name: 'test', version: '1', models: [] },
    pages: [{ number: 1, width, height, blocks: [{ box, lines }] }],
  };
}
