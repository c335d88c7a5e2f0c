/** Hebrew, Arabic, Syriac, Thaana, N'Ko and what follows them, up to their presentation forms (Unicode's bidi class R and AL). */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * The characters of a word from left to right as they are seen. Text in a PDF stands in this order, and its readers turn around
 * what runs to the left (ISO 32000-2, 14.8.2.5.3). Numbers in it run to the right.
 */
export function visualOrder(word: string): string {
  if (!RIGHT_TO_LEFT.test(word)) return word;
  const text = word.trimEnd();
  const runs = text.match(/\p{N}+|\P{N}+/gu) ?? [];
  const turned = runs.toReversed().map((run) => (/^\p{N}/u.test(run) ? run : [...run].toReversed().join('')));
  return turned.join('') + word.slice(text.length);
}
