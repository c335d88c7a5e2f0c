import type { Page } from '../document.ts';
import { feignedTop, fontSizeOf, type LaidRegion, laidRegionsOf, sizeOfWord, PITCH_AT_MOST } from './laid-region.ts';
import { baseOf, type LaidRow, laidRowsOf } from './laid-row.ts';

/** One piece of text as it is laid into a PDF, stretched from `left` to `right`, in pixels of the upright page. */
export interface LaidPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** What the piece is to cover. */
  readonly top: number;
  readonly bottom: number;
  /** Pixels. */
  readonly fontSize: number;
}

/** Stands for white space that holds together what is read together; a reader finds two spaces there. */
export const BLANK = '\u0001';
/** A hyphen at the end of a line, which poppler would leave out, with its word's other half: to it a space follows. */
export const HYPHEN_AT_END = '\u0002';

// Shares of the font size. Poppler sees two words where the gap between them is over 0.1 (minWordBreakSpace), and one block
// where it is under 0.7 (minColSpacing1_default).
const LEAST_GAP = 0.2;
const WIDEST_GAP = 0.62;
/** Up to this gap the word before it is stretched, as in a justified line; beyond it a blank stands in the gap. */
const STRETCHED_GAP = 1;
const NARROWEST_WORD = 0.2;
/** A row is straight when the upper and lower edges of its words are within this share of their height. */
const STRAIGHT = 0.3;

/**
 * What is to be laid over the picture of a page, in reading order: each word on its box, changed by no more than what readers of
 * PDF need to find the words one after the other, and blanks in the wide gaps of a row and between the rows of a region.
 */
export function laidTextOf(page: Page): LaidPiece[] {
  const rows = laidRowsOf(page);
  const regions = laidRegionsOf(rows);
  return regions.flatMap((region, index) => {
    const fontSize = fontSizeOf(region, index, rows);
    const isAlone = region.rows.length === rows.length;
    const top = feignedTop(region, regions.slice(index + 1), rows);
    const above = top === undefined ? [] : blanks(top, region.top, region, fontSize);
    const pieces = region.rows.flatMap((row, place) => {
      const before = region.rows[place - 1];
      const between = before === undefined ? [] : blanksBetween(before, row, region, fontSize, isAlone);
      return [...between, ...piecesOf(row, fontSize)];
    });
    return above.concat(pieces);
  });
}

/**
 * Empty lines that fill the space between two rows, where it is too wide for one block: of a page of several regions,
 * and between rows that do not stand one above the other.
 */
function blanksBetween(
  before: LaidRow,
  row: LaidRow,
  region: LaidRegion,
  fontSize: number,
  isAlone: boolean,
): LaidPiece[] {
  const fall = row.base - before.base;
  const aside = row.left >= before.right || before.left >= row.right;
  const needed = Math.max(Math.ceil(fall / (PITCH_AT_MOST * fontSize)) - 1, aside ? 1 : 0);
  const count = isAlone && !aside ? 0 : needed;
  return Array.from({ length: count }, (_, index) =>
    blank(before.base + (fall * (index + 1)) / (count + 1), region, fontSize, before),
  );
}

/** Empty lines from one height down to a region, near enough to each other to be one block with it. */
function blanks(from: number, to: number, region: LaidRegion, fontSize: number): LaidPiece[] {
  const count = Math.ceil((to - from) / (PITCH_AT_MOST * fontSize));
  return Array.from({ length: count }, (_, index) => blank(from + ((to - from) * index) / count, region, fontSize));
}

/** As high as the row before it, where it has one: what has one height is written with one font. */
function blank(base: number, { left, right }: LaidRegion, fontSize: number, before?: LaidRow): LaidPiece {
  const height = before === undefined ? undefined : heightOf(before);
  const fall = before === undefined ? 0 : base - before.base;
  const reach =
    height === undefined
      ? { top: base - fontSize / 4, bottom: base }
      : { top: height.top + fall, bottom: height.bottom + fall };
  return { text: BLANK, left, right, base, ...reach, fontSize };
}

function piecesOf(row: LaidRow, fontSize: number): LaidPiece[] {
  const { words, base: rowBase } = row;
  const pieces: LaidPiece[] = [];
  const height = heightOf(row);
  let free = -Infinity;
  words.forEach(({ text, box }, index) => {
    const own = sizeOfWord({ text, box }, fontSize);
    const next = words[index + 1]?.box.left;
    const place = {
      base: baseOf(box, rowBase),
      ...(height ?? { top: box.top, bottom: box.top + box.height }),
      fontSize,
    };
    const left = Math.max(box.left, free);
    // Words may touch or overlap: the first gives way, but never all of itself.
    const end = Math.min(box.left + box.width, (next ?? Infinity) - LEAST_GAP * fontSize);
    const gap = (next ?? Infinity) - end;
    const bridged = gap <= STRETCHED_GAP * fontSize ? Math.max(end, end + gap - WIDEST_GAP * fontSize) : end;
    const right = Math.max(bridged, left + box.width / 2, left + NARROWEST_WORD * fontSize);
    free = right + LEAST_GAP * fontSize;
    const isLast = next === undefined;
    pieces.push({ text: isLast ? text.replace(/-$/, HYPHEN_AT_END) : text, left, right, ...place, fontSize: own });
    if (isLast || gap <= STRETCHED_GAP * fontSize) return;
    pieces.push({ text: BLANK, left: free, right: next - LEAST_GAP * fontSize, ...place });
  });
  return pieces;
}

/** The height of all words of a straight row, as a line of type has one; undefined where they differ by more. */
function heightOf({ words, height }: LaidRow): { top: number; bottom: number } | undefined {
  const tops = words.map(({ box }) => box.top);
  const bottoms = words.map(({ box }) => box.top + box.height);
  const [top, bottom] = [Math.min(...tops), Math.max(...bottoms)];
  const differ = Math.max(Math.max(...tops) - top, bottom - Math.min(...bottoms));
  return differ <= STRAIGHT * height ? { top, bottom } : undefined;
}
