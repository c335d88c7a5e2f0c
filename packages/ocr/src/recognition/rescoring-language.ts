import type { Lexicon } from './lexicon.ts';
import type { RecognisedWord } from './recognise.ts';

/** Words whose characters are all at least this sure tell the language: what is misread is in no lexicon. */
const SURE = 0.7;
/** In shorter words languages are alike. */
const LETTERS_AT_LEAST = 3;

/**
 * The share of words that the lexicon knows on a page of its language. Measured with an English lexicon: on 53 English pages at
 * least 0.51, but for two of nothing but names (0.39, 0.45); on 42 pages of German, French, Spanish, Italian, Finnish, Swedish and
 * Polish, blurred and noisy, at most 0.36.
 */
const PAGE = { share: 0.45, knownAtLeast: 8 };
/** A line of another language on such a page. */
const LINE = { share: 0.4, wordsAtLeast: 4 };

interface Tally {
  readonly known: number;
  readonly words: number;
}

/** Whether the words of a page are in the language of the lexicon; false when there are too few to tell. */
export function isPageOf(words: readonly RecognisedWord[], lexicon: Lexicon): boolean {
  const tally = tallyOf(words, lexicon);
  return tally.known >= PAGE.knownAtLeast && tally.known >= PAGE.share * tally.words;
}

/** Whether the words of a line of such a page are in another language; false when there are too few to tell. */
export function isLineOfAnother(words: readonly RecognisedWord[], lexicon: Lexicon): boolean {
  const tally = tallyOf(words, lexicon);
  return tally.words >= LINE.wordsAtLeast && tally.known < LINE.share * tally.words;
}

function tallyOf(words: readonly RecognisedWord[], lexicon: Lexicon): Tally {
  const letters = words.flatMap((word) => lettersAtLeast(word, SURE));
  return { known: letters.filter((run) => lexicon.has(run)).length, words: letters.length };
}

/** The runs of letters of a word, in lower case; none when one of its characters is less sure than `confidence`. */
export function lettersAtLeast({ text, evidence }: RecognisedWord, confidence: number): string[] {
  if (evidence === undefined || evidence.weakest < confidence) return [];
  return (text.match(/\p{L}+/gu) ?? []).filter((run) => run.length >= LETTERS_AT_LEAST).map((run) => run.toLowerCase());
}
