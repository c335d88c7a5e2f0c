import type { Box, Line } from '../../document.ts';
import type { Raster } from '../../engine.ts';
import type { LayerCharacter } from './layer-lines.ts';
import { isRightToLeft } from './reading-box.ts';
import type { PageContent } from './resolution.ts';

export interface LayerFacts {
  readonly characters: readonly LayerCharacter[];
  readonly lines: readonly Line[];
  readonly content: PageContent;
  /** Square points. */
  readonly area: number;
  /** The page as it was drawn. */
  readonly raster: Raster;
}

/** Fewer are a page number or a stamp over something that is no text: recognising costs little then. */
const CHARACTERS_AT_LEAST = 20;
/** A font whose characters are not known to a few in a hundred is a font that lies about the others too. */
const UNKNOWN_AT_MOST = 0.02;
/**
 * In running text of any language most characters are letters or digits; in tables of figures about two thirds are. What leads
 * the eye from an entry to its page is not counted.
 */
const LETTERS_AT_LEAST = 0.5;
/** Pairs of characters of which the second follows the first in its row; across lines, and in text on its side, it does not. */
const BESIDE_AT_LEAST = 0.5;
/** Pictures may hold words that the layer does not: where they cover more than this share of the page, it is recognised. */
const PICTURES_AT_MOST = 0.2;
/** A layer belongs to what is seen when nearly all of its words lie on ink. */
const WORDS_ON_INK = 0.9;
/** Of 255; print on paper has 150 and more. */
const CONTRAST = 40;

/**
 * Whether the text layer of a page can be taken for its text: there is enough of it, its characters are known and look like
 * text, no picture could hold more, and its words lie where something is seen. When in doubt, no: recognising takes a second,
 * garbage that is believed stays.
 */
export function isSound({ characters, lines, content, area, raster }: LayerFacts): boolean {
  const printed = characters.filter(({ text }) => text.trim() !== '');
  if (printed.length < CHARACTERS_AT_LEAST || !content.hasVisibleText) return false;
  if (printed.filter(isUnknown).length > UNKNOWN_AT_MOST * printed.length) return false;
  const telling = printed.filter(({ text }) => !/[.\u2026\u00b7_]/.test(text));
  const letters = telling.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (letters.length === 0 || letters.length < LETTERS_AT_LEAST * telling.length) return false;
  if (shareBeside(printed) < BESIDE_AT_LEAST) return false;
  const pictures = content.images.reduce((sum, image) => sum + image.area, 0);
  if (pictures > PICTURES_AT_MOST * area) return false;
  const words = lines.flatMap((line) => line.words);
  return words.filter(({ box }) => hasInk(raster, box)).length >= WORDS_ON_INK * words.length;
}

/** The share of characters that stand beside the one before, as seen on the page: words on their side are for the engine to turn. */
function shareBeside(printed: readonly LayerCharacter[]): number {
  const beside = printed.filter(({ text, box }, index) => {
    const before = printed[index - 1]?.box;
    if (box === undefined || before === undefined || !rowsShared(before, box)) return false;
    return isRightToLeft(text) ? box.left < before.left : box.left > before.left;
  });
  return beside.length / Math.max(1, printed.length - 1);
}

function rowsShared(one: Box, other: Box): boolean {
  return Math.min(one.top + one.height, other.top + other.height) > Math.max(one.top, other.top);
}

/** Private use, unassigned, the replacement character, controls: none of them says what is seen. */
function isUnknown({ text, isUnknown: unknown }: LayerCharacter): boolean {
  return unknown || /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u.test(text);
}

/** Whether anything can be told apart within a box: the green of its pixels, most of what is seen as light, differs. */
function hasInk({ width, height, data }: Raster, box: Box): boolean {
  let [least, most] = [255, 0];
  const [right, bottom] = [Math.min(box.left + box.width, width), Math.min(box.top + box.height, height)];
  for (let row = Math.max(0, box.top); row < bottom; row++) {
    for (let column = Math.max(0, box.left); column < right; column++) {
      const green = data[(row * width + column) * 3 + 1] ?? 0;
      least = Math.min(least, green);
      most = Math.max(most, green);
      if (most - least >= CONTRAST) return true;
    }
  }
  return false;
}
