/** What the recogniser's classes mean. Class 0 is CTC's blank. */
export interface Alphabet {
  /** By class; empty for the blank. */
  readonly characters: readonly string[];
  /** The classes that may be read, blank included, in ascending order. */
  readonly allowed: Int32Array;
  /** The class of the space. */
  readonly space: number;
}

export type Script = 'latin' | 'all';

/**
 * Inclusive ranges of code points. The recogniser knows 6,622 characters, most of them Chinese; in Latin text each of them can
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

/** From the dictionary file: one character a line, in the order of the classes; the blank comes before and the space after them. */
export function alphabetOf(dictionary: Uint8Array, script: Script): Alphabet {
  const lines = new TextDecoder().decode(dictionary).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const characters = ['', ...lines, ' '];
  const allowed = characters.flatMap((character, index) =>
    index === 0 || script === 'all' || isLatin(character) ? [index] : [],
  );
  return { characters, allowed: Int32Array.from(allowed), space: characters.length - 1 };
}

function isLatin(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return LATIN.some(([first, last]) => first <= codePoint && codePoint <= last);
}
