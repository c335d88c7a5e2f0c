/** What the recogniser's classes mean, once its model was cut to them. Class 0 is CTC's blank. */
export interface Alphabet {
  /** By class; empty for the blank. */
  readonly characters: readonly string[];
  /** The place of each class in the model as it is published, in ascending order. */
  readonly classes: Int32Array;
  /** The class of the space. */
  readonly space: number;
}

export type Script = 'latin' | 'all';

/**
 * Inclusive ranges of code points. The recognisers know thousands of characters, most of them Chinese; in Latin text each of them can
 * only be a mistake.
 */
const LATIN: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], // printable ASCII
  [0xa0, 0x24f], // Latin-1, Latin Extended-A and -B
  [0x2010, 0x2027], // dashes, quotation marks, bullets, ellipsis
  [0x2030, 0x203a], // per mille, primes, angle quotation marks
  [0x20ac, 0x20ac], // euro
  [0x2122, 0x2122], // trade mark
  [0x2212, 0x2212], // minus
];

/** From the recogniser's characters in the order of its classes; the blank comes before and the space after them. */
export function alphabetOf(characters: readonly string[], script: Script): Alphabet {
  const published = ['', ...characters, ' '];
  const kept = published.flatMap((character, place) =>
    place === 0 || script === 'all' || isLatin(character) ? [{ character, place }] : [],
  );
  return {
    characters: kept.map(({ character }) => character),
    classes: Int32Array.from(kept, ({ place }) => place),
    space: kept.length - 1,
  };
}

function isLatin(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return LATIN.some(([first, last]) => first <= codePoint && codePoint <= last);
}
