import type { Page } from '../document.ts';

/** The text of every word, in reading order. */
export function wordsOf(pages: readonly Page[]): string[] {
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap(({ lines }) => lines.flatMap(({ words }) => words.map(({ text }) => text))),
  );
}
