import { editDistance } from './rescoring-edits.ts';
import type { Lexicon, Rarity } from './lexicon.ts';
import type { RecognisedLine, RecognisedWord } from './recognise.ts';
import { type Casing, casingOf, inCasing } from './rescoring-casing.ts';
import { SURE, type UnsureLetters } from './rescoring-evidence.ts';
import { isLineOfAnother, isPageOf, lettersAtLeast } from './rescoring-language.ts';
import { likelyWords, scoreOfText } from './rescoring-search.ts';

/**
 * How much less likely than the letters read (natural logarithm) a word of the lexicon may be and still be taken for what is
 * written. Measured on 53 pages and 12 blurred ones: up to 4, 258 words became right and 1 wrong in lower case, 41 and 0 in
 * capitals; beyond, as many became wrong as right. A capitalised word is often a name: up to
 * 3, 81 and 4; up to 5, 86 and 10. Neighbours of each differ by less than 0.05 points of F1.
 */
const MARGIN: Readonly<Record<Casing, number>> = { lower: 4, title: 3, caps: 4 };

/** Words of three letters are near too many others: only common ones in lower case are taken. */
const SHORT = 3;
/** From this many letters on, two may be wrong. */
const LONG = 7;
/** What a word loses (natural logarithm) for its rarity when several may be meant; rare ones are not proposed at all. */
const LOSS: Readonly<Record<Rarity, number>> = { common: 0, usual: 1, rare: Infinity };

/** Internet and mail addresses, names of files and of things in programs. */
const ADDRESS = /@|www|https?:|\p{L}\.\p{L}{2,}|_|\\/iu;
/** The first half of didn't and the like, which is no word by itself. */
const CONTRACTED = /^['’]t/i;
const DIGIT = /\p{N}/u;

/**
 * Unsure letters that are no word, read as the likeliest word of the lexicon where that was nearly as likely. Nothing is changed on
 * a page, or in a line, of another language; a sure word never is, nor one that the lexicon has or that stands surely elsewhere
 * on the page. Case is kept.
 *
 * The confidence of a changed word stays what its letters had: the lexicon makes it likelier, but it was seen no clearer.
 */
export function rescore(lines: readonly RecognisedLine[], lexicon: Lexicon): readonly RecognisedLine[] {
  const words = lines.flatMap((line) => line.words);
  if (!words.some(({ evidence }) => (evidence?.unsure.length ?? 0) > 0) || !isPageOf(words, lexicon)) return lines;
  const page: PageWords = {
    lexicon,
    sure: new Set(words.flatMap((word) => lettersAtLeast(word, SURE))),
  };
  return lines.map((line) => {
    if (isLineOfAnother(line.words, lexicon)) return line;
    const last = line.words.at(-1);
    return { ...line, words: line.words.map((word) => rescoreWord(word, page, word === last)) };
  });
}

interface PageWords {
  readonly lexicon: Lexicon;
  /** Read surely somewhere on the page, in lower case. */
  readonly sure: ReadonlySet<string>;
}

function rescoreWord(word: RecognisedWord, page: PageWords, isLast: boolean): RecognisedWord {
  if (word.evidence === undefined || ADDRESS.test(word.text)) return word;
  // From the last to the first, so that places stay what they are.
  return word.evidence.unsure.toReversed().reduce((changed, unsure) => {
    const before = word.text.slice(0, unsure.start);
    const after = word.text.slice(unsure.end);
    if (DIGIT.test(before.slice(-1)) || DIGIT.test(after.slice(0, 1)) || CONTRACTED.test(after)) return changed;
    // A word that is broken at the end of its line.
    if (isLast && after === '-') return changed;
    const text = likelierWord(unsure, page);
    return text === undefined ? changed : withLetters(changed, unsure, text);
  }, word);
}

/** The word that is likelier to be meant than the letters read, if there is one. */
function likelierWord({ characters, scores }: UnsureLetters, { lexicon, sure }: PageWords): string | undefined {
  const read = characters
    .map(({ text }) => text)
    .join('')
    .toLowerCase();
  if (lexicon.has(read) || sure.has(read)) return undefined;
  const casing = casingOf(characters);
  if (casing === undefined || (read.length <= SHORT && casing !== 'lower')) return undefined;
  const edits = read.length < LONG ? 1 : 2;
  const least = scoreOfText(scores, read) - MARGIN[casing];
  const mayBe = (rarity: Rarity) => (read.length > SHORT ? LOSS[rarity] < Infinity : rarity === 'common');
  const [best] = likelyWords(scores, lexicon)
    .filter(({ word, rarity, score }) => score >= least && mayBe(rarity) && editDistance(read, word) <= edits)
    .toSorted((a, b) => b.score - LOSS[b.rarity] - (a.score - LOSS[a.rarity]));
  return best === undefined ? undefined : inCasing(best.word, casing);
}

/** The word with other letters from one place to another; where their number differs, they share the width of the old ones. */
function withLetters(word: RecognisedWord, { start, end }: UnsureLetters, text: string): RecognisedWord {
  const [from, to] = [word.edges[start] ?? 0, word.edges[end] ?? 1];
  const inner = Array.from({ length: text.length - 1 }, (_, index) => from + ((to - from) * (index + 1)) / text.length);
  const edges =
    text.length === end - start ? word.edges : [...word.edges.slice(0, start + 1), ...inner, ...word.edges.slice(end)];
  return { ...word, text: word.text.slice(0, start) + text + word.text.slice(end), edges };
}
