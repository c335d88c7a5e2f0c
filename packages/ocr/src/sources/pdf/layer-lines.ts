import type { Box, Line, Word } from '../../document.ts';
import { unionOf } from '../../geometry.ts';

/** A character of a text layer, or white space between two, as PDFium gives it. */
export interface LayerCharacter {
  readonly text: string;
  /** Where it stands on the page as it was drawn, in pixels; undefined for white space that PDFium put in. */
  readonly box: Box | undefined;
  /** Whether the font does not say which character it is. */
  readonly isUnknown: boolean;
}

/** A gap of more than this many heights of the text ends a line: another column begins, or another cell. */
const GAP_AT_MOST = 1.5;
/** Words of one line share at least this much of the lower one's height. */
const SHARED_HEIGHT = 0.5;

/** The lines of a text layer: its words, as white space parts them, until a line feed, a wide gap or a step up or down. */
export function linesOf(characters: readonly LayerCharacter[]): Line[] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let word: LayerCharacter[] = [];
  const endWord = (): void => {
    const next = wordOf(word);
    word = [];
    if (next === undefined) return;
    const last = line.at(-1);
    if (last === undefined || !follows(last.box, next.box)) lines.push((line = []));
    line.push(next);
  };
  for (const character of characters) {
    if (character.text.trim() !== '') {
      word.push(character);
      continue;
    }
    endWord();
    if (/[\r\n]/.test(character.text)) line = [];
  }
  endWord();
  return lines.map((words) => ({
    text: words.map(({ text }) => text).join(' '),
    confidence: 1,
    box: unionOf(words.map(({ box }) => box)),
    words,
  }));
}

function wordOf(characters: readonly LayerCharacter[]): Word | undefined {
  const boxes = characters.flatMap(({ box }) => (box === undefined ? [] : [box]));
  if (boxes.length === 0) return undefined;
  return { text: characters.map(({ text }) => text).join(''), confidence: 1, box: unionOf(boxes) };
}

function follows(last: Box, next: Box): boolean {
  const shared = Math.min(last.top + last.height, next.top + next.height) - Math.max(last.top, next.top);
  if (shared < SHARED_HEIGHT * Math.min(last.height, next.height)) return false;
  const gap = next.left - (last.left + last.width);
  const height = Math.max(last.height, next.height);
  return gap > -height && gap <= GAP_AT_MOST * height;
}
