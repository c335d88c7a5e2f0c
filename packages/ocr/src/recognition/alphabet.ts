/** What the recogniser's classes mean, once its model was cut to them. Class 0 is CTC's blank. */
export interface Alphabet {
  /** By class; empty for the blank. */
  readonly characters: readonly string[];
  /** The place of each class in the model as it is published, in ascending order. */
  readonly classes: Int32Array;
  /** The class of the space. */
  readonly space: number;
}

/** `chinese` and `japanese` hold `latin` too: both write names and figures in it. `all` is every character that the model knows. */
export type Script = 'latin' | 'chinese' | 'japanese' | 'all';

type Ranges = readonly (readonly [number, number])[];

/**
 * Inclusive ranges of code points. The recognisers know thousands of characters, most of them Chinese; in Latin text each of them can
 * only be a mistake.
 */
const LATIN: Ranges = [
  [0x20, 0x7e], // printable ASCII
  [0xa0, 0x24f], // Latin-1, Latin Extended-A and -B
  [0x2010, 0x2027], // dashes, quotation marks, bullets, ellipsis
  [0x2030, 0x203a], // per mille, primes, angle quotation marks
  [0x20ac, 0x20ac], // euro
  [0x2122, 0x2122], // trade mark
  [0x2212, 0x2212], // minus
];

const CHINESE: Ranges = [
  [0xb7, 0xb7], // middle dot
  [0x2014, 0x2026], // dash, quotation marks, ellipsis
  [0x2100, 0x218f], // units, Roman figures
  [0x2460, 0x24ff], // figures in circles
  [0x25a0, 0x25ff], // squares and circles of forms
  [0x3000, 0x303f], // punctuation
  [0x3200, 0x33ff], // figures and units in one square
  [0x3400, 0x4dbf], // Han, extension A
  [0x4e00, 0x9fff], // Han
  [0xf900, 0xfaff], // Han, for compatibility
  [0xff00, 0xff65], // forms of full width
  [0xffe0, 0xffe6], // signs of full width
  [0x20000, 0x3ffff], // Han, further extensions
];

const JAPANESE: Ranges = [
  [0x3041, 0x30ff], // Hiragana, Katakana
  [0x31f0, 0x31ff], // Katakana, extensions
  [0xff66, 0xff9f], // Katakana of half width
];

const RANGES: Readonly<Record<Exclude<Script, 'all'>, Ranges>> = {
  latin: LATIN,
  chinese: [...LATIN, ...CHINESE],
  japanese: [...LATIN, ...CHINESE, ...JAPANESE],
};

/** From the recogniser's characters in the order of its classes; the blank comes before and the space after them. */
export function alphabetOf(characters: readonly string[], script: Script): Alphabet {
  const published = ['', ...characters, ' '];
  const kept = published.flatMap((character, place) =>
    place === 0 || script === 'all' || isOf(RANGES[script], character) ? [{ character, place }] : [],
  );
  return {
    characters: kept.map(({ character }) => character),
    classes: Int32Array.from(kept, ({ place }) => place),
    space: kept.length - 1,
  };
}

function isOf(ranges: Ranges, character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}
