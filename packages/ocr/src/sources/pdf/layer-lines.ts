import type { Box, Line, Turn, Word } from '../../document.ts';
import { unionOf } from '../../geometry.ts';
import { isRightToLeft, readingBox, sharesRow } from './reading-box.ts';

/** A character of a text layer, or white space between two, as PDFium gives it. */
export interface LayerCharacter {
  readonly text: string;
  /** Where its ink stands on the page as it was drawn, in pixels; undefined for white space that PDFium put in. */
  readonly box: Box | undefined;
  /** The box of its font around it, as high as the font is large: a dot's is that of a letter. Undefined as its `box` is. */
  readonly body: Box | undefined;
  /** How far it is turned on the page as it was drawn, to the nearest quarter. */
  readonly turn: Turn;
  /** Whether the font does not say which character it is. */
  readonly isUnknown: boolean;
}

type PlacedCharacter = LayerCharacter & { readonly box: Box; readonly body: Box };

/**
 * A gap of more than this many font sizes ends a line: another column begins, or another cell. Cells of LaTeX stand 1.2 sizes
 * apart, its columns 1 to 1.2 and what their last words leave; a stretched space of a justified line is narrower.
 */
const GAP_AT_MOST = 1.1;
/** Below the last character stands the next one of vertical text when not more than this many font sizes lie between. */
const GAP_BELOW_AT_MOST = 0.5;
/** A line feed within less than this many font sizes parts no word: what follows is raised or lowered, or a font begins. */
const GAP_WITHIN_WORD = 0.15;
/** Less than this many font sizes is no space, though PDFium may put one in beside raised letters and vowel signs. */
const GAP_TO_NEXT_LETTER = 0.1;

/** A run of characters without white space, seen in its direction of reading. */
interface LayerWord extends Word {
  readonly reading: Box;
  /** Pixels. */
  readonly fontSize: number;
}

/**
 * The lines of a text layer: its words, as white space parts them, until a wide gap or a step up or down. Steps and gaps are
 * measured in font sizes and not as PDFium's line feeds say, which also stand at raised letters and miss ends of lines with a
 * hyphen.
 */
export function linesOf(characters: readonly LayerCharacter[]): Line[] {
  return rowsOf(characters)
    .flatMap((row) => partsOf(row))
    .map(lineOf);
}

/** Words that follow each other in the file and stand in one row. */
function rowsOf(characters: readonly LayerCharacter[]): LayerWord[][] {
  const rows: LayerWord[][] = [];
  let row: LayerWord[] = [];
  let word: LayerCharacter[] = [];
  let last: PlacedCharacter | undefined;
  let space: LayerCharacter[] = [];
  const endWord = (): void => {
    const next = wordOf(word);
    word = [];
    if (next !== undefined) row.push(next);
  };
  const endRow = (): void => {
    endWord();
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (const character of characters) {
    if (character.text.trim() === '') {
      space.push(character);
      continue;
    }
    // A sign over or under a letter stands nowhere by itself: it parts nothing.
    if (/^\p{M}$/u.test(character.text) && word.length > 0 && !space.some(isLineFeed)) {
      word.push(character);
      continue;
    }
    if (isPlaced(character)) {
      if (last !== undefined && !follows(last, character, space)) endRow();
      else if (last !== undefined && beginsWord(last, character, space)) endWord();
      last = character;
    } else if (space.length > 0) endWord();
    space = [];
    word.push(character);
  }
  endRow();
  return rows;
}

function isLineFeed({ text }: LayerCharacter): boolean {
  return /^[\r\n]$/.test(text);
}

function isPlaced(character: LayerCharacter): character is PlacedCharacter {
  return character.box !== undefined && character.body !== undefined;
}

/** Whether a character stands in the row of the one before, or under it in a column of vertical text. */
function follows(last: PlacedCharacter, next: PlacedCharacter, space: readonly LayerCharacter[]): boolean {
  if (last.turn !== next.turn) return false;
  const [before, after] = [readingBox(last.body, last.turn), readingBox(next.body, next.turn)];
  if (sharesRow(before, after)) return true;
  if (space.length > 0 || last.text === '-') return false;
  const [upper, lower] = [readingBox(last.box, last.turn), readingBox(next.box, next.turn)];
  const middle = lower.left + lower.width / 2;
  const gap = lower.top - (upper.top + upper.height);
  const isUnder = middle > before.left && middle < before.left + before.width;
  return isUnder && gap > -GAP_BELOW_AT_MOST * before.height && gap < GAP_BELOW_AT_MOST * before.height;
}

function beginsWord(last: PlacedCharacter, next: PlacedCharacter, space: readonly LayerCharacter[]): boolean {
  const [before, after] = [readingBox(last.box, last.turn), readingBox(next.box, next.turn)];
  const size = Math.max(fontSizeOf(last), fontSizeOf(next));
  const gap = after.left - (before.left + before.width);
  if (space.length > 0) {
    if (space.some(({ box }) => box !== undefined)) return true;
    const [from, to] = [readingBox(last.body, last.turn), readingBox(next.body, next.turn)];
    const distance = Math.max(to.left - (from.left + from.width), from.left - (to.left + to.width));
    return Math.abs(distance) > (space.every(isLineFeed) ? GAP_WITHIN_WORD : GAP_TO_NEXT_LETTER) * size;
  }
  // Characters that are read from right to left stand to the left of the one before, and numbers between them anywhere.
  if (isRightToLeft(last.text + next.text)) return false;
  return gap > GAP_AT_MOST * size || gap + before.width + after.width < -GAP_AT_MOST * size;
}

function fontSizeOf({ body, turn }: PlacedCharacter): number {
  return readingBox(body, turn).height;
}

function wordOf(characters: readonly LayerCharacter[]): LayerWord | undefined {
  const placed = characters.filter(isPlaced);
  const [first] = placed;
  if (first === undefined) return undefined;
  const box = unionOf(placed.map((character) => character.box));
  return {
    // Half of a surrogate pair that lacks its other half is no character.
    text: characters
      .map(({ text }) => text)
      .join('')
      .toWellFormed(),
    confidence: 1,
    box,
    reading: readingBox(box, first.turn),
    fontSize: Math.max(...placed.map(fontSizeOf)),
  };
}

/** A row parted at its wide gaps, the parts from left to right; within each, the words as they are read. */
function partsOf(row: readonly LayerWord[]): LayerWord[][] {
  const parts: LayerWord[][] = [];
  let right = -Infinity;
  let size = 0;
  for (const word of leftToRight(row)) {
    const { left, width } = word.reading;
    const part = parts.at(-1);
    if (part === undefined || left - right > GAP_AT_MOST * Math.max(size, word.fontSize)) parts.push([word]);
    else part.push(word);
    if (left + width < right) continue;
    right = left + width;
    size = word.fontSize;
  }
  const places = new Map(row.map((word, index) => [word, index]));
  const placeOf = (word: LayerWord): number => places.get(word) ?? 0;
  return parts.map((part) => {
    if (!part.some(({ text }) => isRightToLeft(text))) return part;
    return fromRightToLeft(part.toSorted((one, other) => placeOf(one) - placeOf(other)));
  });
}

/**
 * Words in the order of the file, which is the one in which they are read with the numbers between them; only words of other
 * scripts that follow each other stand there as they are seen from the right.
 */
function fromRightToLeft(inOrder: readonly LayerWord[]): LayerWord[] {
  const words: LayerWord[] = [];
  let foreign: LayerWord[] = [];
  for (const word of inOrder) {
    if (/\p{L}/u.test(word.text) && !isRightToLeft(word.text)) {
      foreign.push(word);
      continue;
    }
    words.push(...leftToRight(foreign), word);
    foreign = [];
  }
  return [...words, ...leftToRight(foreign)];
}

function leftToRight(words: readonly LayerWord[]): LayerWord[] {
  return words.toSorted((one, other) => one.reading.left - other.reading.left);
}

function lineOf(words: readonly LayerWord[]): Line {
  return {
    text: words.map(({ text }) => text).join(' '),
    confidence: 1,
    box: unionOf(words.map(({ box }) => box)),
    words: words.map(({ text, confidence, box }) => ({ text, confidence, box })),
  };
}
