import type { Character } from './ctc.ts';

/** How letters are written: `lower`, `Title` or `CAPS`. */
export type Casing = 'lower' | 'title' | 'caps';

const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
/** A capital among small letters that is surer than this is meant, as in iPhone. */
const MEANT = 0.8;

/** The casing that most letters have; undefined for one that no word of a lexicon has. */
export function casingOf(characters: readonly Character[]): Casing | undefined {
  const [first, ...rest] = characters.filter(({ text }) => UPPER.test(text) || LOWER.test(text));
  if (first === undefined) return undefined;
  const capitals = rest.filter(({ text }) => UPPER.test(text));
  if (capitals.length * 2 > rest.length) return 'caps';
  if (capitals.some(({ confidence }) => confidence > MEANT)) return undefined;
  return UPPER.test(first.text) ? 'title' : 'lower';
}

/** `word`, which is in lower case, in another casing. */
export function inCasing(word: string, casing: Casing): string {
  if (casing === 'lower') return word;
  return casing === 'caps' ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1);
}
