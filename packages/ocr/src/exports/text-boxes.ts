import type { Box, Line } from '../document.ts';

/** Where a word of a line is laid, in pixels, and how wide the space after it is; undefined after the last. */
export interface TextBox {
  readonly text: string;
  readonly box: Box;
  readonly gap: number | undefined;
}

/** Readers of PDF take words for one when the gap between them is under a tenth of the font size: twice that is kept free. */
const LEAST_GAP = 0.2;

/**
 * Readers of PDF take words for one line while their baselines differ by less than half the font size (poppler's
 * `maxIntraLineDelta`, TextOutputDev.cc). A line that falls further is flattened to this share ...
 */
const FLAT = 0.4;
/** ... unless it falls so far, in font sizes, that the words would no longer cover their picture. */
const STEEP = 1.5;

/** The boxes onto which the words of a line are laid: their own, changed by no more than what keeps the line legible as text. */
export function textBoxesOf({ words }: Line): TextBox[] {
  const boxes = flattened(words.map(({ box }) => box));
  return boxes.map((box, index) => {
    const text = words[index]?.text ?? '';
    const next = boxes[index + 1];
    if (next === undefined) return { text, box, gap: undefined };
    const distance = Math.max(next.left - box.left, box.width / 2);
    const gap = Math.max(distance - box.width, Math.min(LEAST_GAP * box.height, box.width / 2));
    return { text, box: { left: box.left, top: box.top, width: distance - gap, height: box.height }, gap };
  });
}

function flattened(boxes: readonly Box[]): Box[] {
  const bottoms = boxes.map(({ top, height }) => top + height);
  const size = Math.min(...boxes.map(({ height }) => height));
  const [highest, lowest] = [Math.min(...bottoms), Math.max(...bottoms)];
  const fall = lowest - highest;
  if (fall <= FLAT * size || fall > STEEP * size) return [...boxes];
  const middle = (highest + lowest) / 2;
  const share = (FLAT * size) / fall;
  return boxes.map(({ left, top, width, height }) => {
    const bottom = middle + (top + height - middle) * share;
    return { left, top: bottom - height, width, height };
  });
}
