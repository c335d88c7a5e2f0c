import type { Page } from '../document.ts';
import { wordsOfLine } from './line-words.ts';

/** The text of every word, in reading order. */
export function wordsOf(pages: readonly Page[]): string[] {
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap(({ lines }) => lines.flatMap((line) => wordsOfLine(line).map(({ text }) => text))),
  );
}
