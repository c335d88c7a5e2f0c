import type { Line, Word } from '../document.ts';
import type { Raster } from '../engine.ts';
import { boundsWithin, unionOf } from '../geometry.ts';

/** A word as tesseract-wasm gives it, in the order of tesseract's own layout. */
export interface TesseractWord {
  readonly rect: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Sum of {@link LAYOUT_FLAGS}. */
  readonly flags: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly text: string;
}

/** Where a word stands in its line, as tesseract-wasm counts it (`layoutFlags` in its ocr-engine.d.ts). */
export const LAYOUT_FLAGS = { startOfLine: 1, endOfLine: 2 } as const;

/** Words below this are texture that was taken for text: tesseract gives many on photographs and rules, most near 0. */
const CONFIDENCE_AT_LEAST = 0.3;

/** The lines of a page. A line ends where tesseract says so; what it reads as nothing but space is no word. */
export function linesOf(words: readonly TesseractWord[], page: Pick<Raster, 'width' | 'height'>): Line[] {
  const lines: Word[][] = [];
  let open: Word[] | undefined;
  for (const { rect, flags, confidence, text } of words) {
    if (open === undefined || (flags & LAYOUT_FLAGS.startOfLine) !== 0) lines.push((open = []));
    if (text.trim() !== '' && confidence >= CONFIDENCE_AT_LEAST) {
      const corners = [
        { x: rect.left, y: rect.top },
        { x: rect.right, y: rect.bottom },
      ];
      open.push({ text: text.trim(), confidence, box: boundsWithin(corners, page.width, page.height) });
    }
    if ((flags & LAYOUT_FLAGS.endOfLine) !== 0) open = undefined;
  }
  return lines.filter((line) => line.length > 0).map(lineOf);
}

function lineOf(words: readonly Word[]): Line {
  return {
    text: words.map(({ text }) => text).join(' '),
    confidence: meanConfidence(words),
    box: unionOf(words.map(({ box }) => box)),
    words,
  };
}

/** Mean over the characters, 0 to 1; 0 for no words. */
export function meanConfidence(words: readonly Pick<Word, 'text' | 'confidence'>[]): number {
  const characters = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / Math.max(1, characters);
}
