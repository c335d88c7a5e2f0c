import type { Box, Turn } from '../../document.ts';

/** Boxes of one row share at least this much of the lower one's height. */
const SHARED_HEIGHT = 0.5;

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether any letter of a text is read from right to left. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** A box as it lies where text that is turned by `turn` (clockwise) is read from left to right; its numbers may be negative. */
export function readingBox({ left, top, width, height }: Box, turn: Turn): Box {
  switch (turn) {
    case 90:
      return { left: top, top: -left - width, width: height, height: width };
    case 180:
      return { left: -left - width, top: -top - height, width, height };
    case 270:
      return { left: -top - height, top: left, width: height, height: width };
    default:
      return { left, top, width, height };
  }
}

/** Whether two boxes stand in one row: neither beside the other nor apart matters, only how high they stand. */
export function sharesRow(one: Box, other: Box): boolean {
  const shared = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return shared >= SHARED_HEIGHT * Math.min(one.height, other.height);
}
