import type { Line, Word } from '../document.ts';

/** The words of a line; a line that was never divided into words is one. ALTO has no line without a string. */
export function wordsOfLine({ text, confidence, box, words }: Line): readonly Word[] {
  return words.length > 0 ? words : [{ text, confidence, box }];
}
