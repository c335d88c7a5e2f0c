import { type Quadrilateral, sidesOf } from '../geometry.ts';

/** A box is one of upright text read sideways when it is this much higher than wide, and high enough not to be a single letter. */
const SIDEWAYS_RATIO = 1.5;
const SIDEWAYS_HEIGHT = 12;

/** Boxes shorter than this many times their height do not say in which direction the text runs. */
const DIRECTED_RATIO = 2;
const DIRECTED_AT_LEAST = 3;

export function isSideways(corners: Quadrilateral): boolean {
  const { width, height } = sidesOf(corners);
  return height >= SIDEWAYS_RATIO * width && height > SIDEWAYS_HEIGHT;
}

/** The corners so that the text runs along the first edge: a high box is taken as text that runs downward, as PaddleOCR does. */
export function alongText(corners: Quadrilateral): Quadrilateral {
  const [a, b, c, d] = corners;
  return isSideways(corners) ? [b, c, d, a] : corners;
}

/** True when most of the boxes that have a direction are higher than wide: the page lies on its side. */
export function liesOnItsSide(boxes: readonly Quadrilateral[]): boolean {
  const directed = boxes.filter((box) => {
    const { width, height } = sidesOf(box);
    return Math.max(width, height) > DIRECTED_RATIO * Math.min(width, height);
  });
  return directed.length >= DIRECTED_AT_LEAST && directed.filter(isSideways).length * 2 > directed.length;
}
