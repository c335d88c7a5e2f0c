import { type Character, type FrameScores, highestScore } from './ctc.ts';
import { type InkProfile, widestGap } from './ink-profile.ts';

/** When two characters are two words; each recogniser sees spaces with its own certainty. */
export interface SpacingSettings {
  /** From this probability of a space between them on. */
  readonly spaceProbability: number;
  /** The same before closing punctuation, where a space is rare. */
  readonly spaceProbabilityBeforeClosing: number;
  /** Also when the gap between them is wider than this share of the height of the text. */
  readonly gapShare: number;
}

/** Punctuation leaves white space above or below it, and digits stand apart: there a gap must be wider to count. */
const PUNCTUATION_FACTOR = 1.6;
const DIGITS_FACTOR = 1.15;

const CLOSING = /^[.,;:!?)\]}%]/;
const CLINGS_TO_BEFORE = /^[.,:;'"!)\]}%-]/;
const CLINGS_TO_AFTER = /[('"[{$#-]$/;
const DIGIT = /^\d$/;
/** Half of the square that each of these fills is white, and no space stands beside them: 、。「」（），：？ */
const FULL_WIDTH_PUNCTUATION = /^[\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]$/;

export interface LineReading {
  readonly characters: readonly Character[];
  readonly scores: FrameScores;
  /** The class of the space. */
  readonly space: number;
  readonly ink: InkProfile;
  /** Width of a frame, in pixels of the crop. */
  readonly frameWidth: number;
  readonly settings: SpacingSettings;
}

/** The characters of a line, divided into words; spaces that were read as characters divide and are left out. */
export function divideIntoWords(reading: LineReading): Character[][] {
  const words: Character[][] = [];
  let word: Character[] = [];
  for (const character of reading.characters) {
    const previous = word.at(-1);
    const begins = character.text === ' ' || (previous !== undefined && isBoundary(reading, previous, character));
    if (begins && word.length > 0) {
      words.push(word);
      word = [];
    }
    if (character.text !== ' ') word.push(character);
  }
  return word.length > 0 ? [...words, word] : words;
}

/** The middle of a character, in pixels of the crop. */
export function middleOf({ from, to }: Character, frameWidth: number): number {
  return ((from + to + 1) / 2) * frameWidth;
}

function isBoundary(reading: LineReading, previous: Character, next: Character): boolean {
  const { scores, space, ink, frameWidth, settings } = reading;
  if (FULL_WIDTH_PUNCTUATION.test(previous.text) || FULL_WIDTH_PUNCTUATION.test(next.text)) return false;
  const least = CLOSING.test(next.text) ? settings.spaceProbabilityBeforeClosing : settings.spaceProbability;
  if (highestScore(scores, space, previous.to, next.from) > least) return true;
  const gap = widestGap(ink, middleOf(previous, frameWidth), middleOf(next, frameWidth));
  if (gap === undefined) return false;
  const textHeight = ink.rows.end - ink.rows.start;
  return gap.end - gap.start > settings.gapShare * gapFactor(previous.text, next.text) * textHeight;
}

function gapFactor(previous: string, next: string): number {
  const clings = CLINGS_TO_BEFORE.test(next) || CLINGS_TO_AFTER.test(previous);
  const digits = DIGIT.test(previous) && DIGIT.test(next);
  return (clings ? PUNCTUATION_FACTOR : 1) * (digits ? DIGITS_FACTOR : 1);
}
