import type { Box, Word } from '../document.ts';

export interface CharacterBox {
  readonly text: string;
  readonly box: Box;
}

/** What hOCR and ALTO say of single characters. */
export interface CharacterOptions {
  /** Whether each character has its own element, where its place is known; by default not: it makes the file three times as long. */
  readonly characters?: boolean;
}

/** The characters of a word with their boxes, as high as the word; none where it is not known where they lie. */
export function charactersOf({ text, box, edges }: Word): CharacterBox[] {
  const characters = [...text];
  if (edges?.length !== characters.length + 1) return [];
  return characters.map((character, index) => {
    const [left = 0, right = 0] = [edges[index], edges[index + 1]];
    return { text: character, box: { left, top: box.top, width: right - left, height: box.height } };
  });
}
