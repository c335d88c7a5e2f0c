import type { Rectangle } from '../geometry.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a detector makes of small print, in pixels of its input. */
export interface SizeSettings {
  /** The long side that a page is scaled to before text is looked for. */
  readonly longSide: number;
  /** Where most boxes are lower than this, the page is looked at a second time, larger. */
  readonly lowestBox: number;
}

/** A receipt of three times its width would be scaled to a strip: its short side is at least this. */
const SHORT_SIDE = 320;
/** Small boxes are brought to this many times the lowest height that is good enough. */
const GOOD_BOX = 4 / 3;
/** The share of a page's lines that may be smaller: folios, footnotes. */
const SMALL_SHARE = 0.5;
/** A page is never looked at larger than this: A4 at 250 dots per inch. */
const LONGEST_SIDE = 2880;
/** Fewer lines do not say how large the text is. */
const LINES_AT_LEAST = 8;
/** Print that was not seen at all is looked for at this many times the size. */
const UNSEEN_SCALE = 2;

/** The long side at which a page is looked at first: more than usual for a page that is long and narrow. */
export function firstLongSide({ width, height }: Size, { longSide }: SizeSettings): number {
  const ratio = Math.max(width, height) / Math.min(width, height);
  return Math.min(LONGEST_SIDE, Math.max(longSide, Math.round(SHORT_SIDE * ratio)));
}

/** What the first look at a page gave. */
export interface FirstLook {
  /** The long side of the detector's input. */
  readonly longSide: number;
  /** In pixels of the detector's input. */
  readonly boxes: readonly Rectangle[];
  /** There is print that no box holds. */
  readonly unseenPrint: boolean;
}

/**
 * The long side at which a page is to be looked at again, because its print is small; undefined when the first look was good
 * enough, or when the page has no more pixels to give.
 */
export function finerLongSide(
  { longSide, boxes, unseenPrint }: FirstLook,
  page: Size,
  { lowestBox }: SizeSettings,
): number | undefined {
  const most = Math.min(Math.max(page.width, page.height), LONGEST_SIDE);
  const heights = boxes.map(({ width, height }) => Math.min(width, height)).toSorted((a, b) => a - b);
  const usual = heights[Math.floor(heights.length * SMALL_SHARE)] ?? 0;
  const isSmall = boxes.length >= LINES_AT_LEAST && usual < lowestBox;
  const scale = unseenPrint ? UNSEEN_SCALE : isSmall ? (lowestBox * GOOD_BOX) / usual : 1;
  const side = Math.min(Math.round(longSide * scale), most);
  return side > longSide ? side : undefined;
}
