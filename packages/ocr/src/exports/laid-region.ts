import { type LaidRow, type LaidWord, middleOf, spreadOf } from './laid-row.ts';

/** Rows that are read from top to bottom, in a rectangle that no other row of the page reaches into. */
export interface LaidRegion {
  readonly rows: readonly LaidRow[];
  readonly left: number;
  readonly right: number;
  /** Baselines of the first and of the last row. */
  readonly top: number;
  readonly bottom: number;
}

/** A row is below the one before it when its baseline is lower by this share of their height. */
const BELOW = 0.5;
/** So far, in heights, a region is kept from others above its first and below its last baseline. */
const MARGIN = 0.3;
/** What stands beside a row, in another column, is at most this far above or below it, in heights. */
const BESIDE = 1;

/** Divides the rows of a page, in reading order, into regions: a page of one column is one. */
export function laidRegionsOf(rows: readonly LaidRow[]): LaidRegion[] {
  const regions: LaidRegion[] = [];
  for (const row of rows) {
    const last = regions.at(-1);
    const longer = last === undefined ? undefined : extended(last, row, rows);
    if (longer === undefined) regions.push(regionOf([row]));
    else regions[regions.length - 1] = longer;
  }
  return regions;
}

function extended(region: LaidRegion, row: LaidRow, all: readonly LaidRow[]): LaidRegion | undefined {
  const before = region.rows.at(-1);
  if (before === undefined) return undefined;
  if (row.base <= before.base + BELOW * Math.min(row.height, before.height)) return undefined;
  const longer = regionOf([...region.rows, row]);
  const own = new Set(longer.rows);
  const first = longer.rows[0] ?? row;
  const [top, bottom] = [longer.top - MARGIN * first.height, longer.bottom + MARGIN * row.height];
  const isWithin = ({ left, right, base }: LaidRow) => {
    if (left >= longer.right || right <= longer.left) return false;
    const isBeside = left >= row.right || right <= row.left;
    return (base > top && base < bottom) || (isBeside && Math.abs(base - row.base) < BESIDE * row.height);
  };
  return all.some((other) => !own.has(other) && isWithin(other)) ? undefined : longer;
}

function regionOf(rows: readonly LaidRow[]): LaidRegion {
  return {
    rows,
    left: Math.min(...rows.map(({ left }) => left)),
    right: Math.max(...rows.map(({ right }) => right)),
    top: rows[0]?.base ?? 0,
    bottom: rows.at(-1)?.base ?? 0,
  };
}

// How poppler, which most readers outside of browsers are made with, puts text into order; shares of the font size, from its
// TextOutputDev.cc: words within 0.5 of a baseline are one line (maxIntraLineDelta), lines within 1.5 one block
// (maxLineSpacingDelta), words up to 0.7 beside a block are taken into it, a few up to 1.0 (minColSpacing1 and 2), and lines of a
// block differ by less than 5% in font size (maxBlockFontSizeDelta1). A block is read from top to bottom: a region is made one.

/** Pitch of lines by font size: under poppler's 1.5, so that lines of one pitch are one block. */
export const PITCH_AT_MOST = 1.4;
/** Twice what words of one line may be off its baseline, with a little to spare. */
const SIZE_BY_SPREAD = 2.2;
/** Words of the next line must not come near enough to be taken into a line: 2 would be just not. */
const SIZE_BY_PITCH = 1.8;
/** Equal letters that follow each other by less than a tenth of the font size are one to poppler, printed twice (dupMaxPriDelta). */
const SIZE_BY_LETTER = 9;
/** No letter is narrower than this share of its height, on average over a word. */
const THIN = 0.15;
/** Poppler takes a word of a line into its block down to 0.4 of the font size (maxBlockFontSizeDelta2). */
const LEAST_SIZE = 0.42;
/** Neighbouring columns stand farther apart than this, in font sizes. */
const GUTTER = 1.05;
/** Lines this many heights apart are no lines of a paragraph: their pitch says nothing. */
const WIDEST_PITCH = 2.5;
/** Of three regions that follow each other no two have the same size: what stands close below is kept apart. */
const DIFFERENT = [1, 1.09, 0.92] as const;

/** The font size, in pixels, at which a region is one block of text to poppler, and no other text is taken into it. */
export function fontSizeOf(region: LaidRegion, index: number, all: readonly LaidRow[]): number {
  const { rows } = region;
  const height = middleOf(rows.map((row) => row.height));
  const pitches = rows.slice(1).map((row, place) => row.base - (rows[place]?.base ?? row.base));
  const usual = middleOf(pitches);
  const spaced = usual < WIDEST_PITCH * height ? usual / PITCH_AT_MOST : 0;
  const tolerant = SIZE_BY_SPREAD * Math.max(...rows.map(spreadOf));
  const size = Math.min(
    Math.max(height, spaced, tolerant),
    SIZE_BY_PITCH * Math.min(...pitches, Infinity),
    SIZE_BY_LETTER * Math.min(...rows.map(narrowestLetter)),
  );
  const gutter = gutterOf(region, all);
  const narrow = size * GUTTER > gutter ? Math.max(gutter / GUTTER, 0.6 * size) : size;
  return Math.max(1, narrow * (DIFFERENT[index % DIFFERENT.length] ?? 1));
}

/**
 * The narrowest letters of a row; those of words that were read too long only where there are no others. They are written smaller
 * alone, and must not make the text of a whole region small.
 */
function narrowestLetter({ words }: LaidRow): number {
  const usual = words.filter((word) => !isTooLong(word));
  return Math.min(...(usual.length > 0 ? usual : words).map(letterWidth));
}

function letterWidth({ text, box }: LaidWord): number {
  return box.width / [...text].length;
}

function isTooLong(word: LaidWord): boolean {
  return letterWidth(word) < THIN * word.box.height;
}

/** The font size of a word of a region: lower where that would take its letters for one printed twice. */
export function sizeOfWord(word: LaidWord, ofRegion: number): number {
  if (!isTooLong(word)) return ofRegion;
  return Math.max(LEAST_SIZE * ofRegion, Math.min(ofRegion, SIZE_BY_LETTER * letterWidth(word)));
}

/** The white space to the nearest text beside a region, in pixels. */
function gutterOf({ rows, left, right, top, bottom }: LaidRegion, all: readonly LaidRow[]): number {
  const own = new Set(rows);
  const beside = all.filter((row) => !own.has(row) && row.base + row.height > top && row.base - row.height < bottom);
  const distances = beside.map((row) => Math.max(row.left - right, left - row.right));
  return Math.min(Infinity, ...distances.filter((distance) => distance > 0));
}

/**
 * How far up a region must seem to reach to be read where it stands in the order; undefined where it need not, or cannot. What is
 * read after it, to its right and wholly above it, poppler takes to reach over all that is free to its left, and reads it first.
 */
export function feignedTop(
  region: LaidRegion,
  later: readonly LaidRegion[],
  all: readonly LaidRow[],
): number | undefined {
  const above = later.filter(({ left, bottom }) => left >= region.right && bottom < region.top);
  const top = Math.min(...above.map(({ bottom }) => bottom));
  const isFree = all.every(
    ({ left, right, base, height }) =>
      left >= region.right || right <= region.left || base >= region.top || base + height / 2 <= top,
  );
  return above.length > 0 && isFree ? top : undefined;
}
