import type { Box } from '../document.ts';
import type { Quadrilateral } from '../geometry.ts';
import type { Character } from './ctc.ts';
import type { InkProfile, Span } from './ink-profile.ts';
import { middleOf } from './word-spacing.ts';

/**
 * Where the characters of a word end and begin, as shares of the way along it, 0 to 1: one more than there are characters. The
 * recogniser says about where each is seen; between two of them the edge is where there is least ink, nearest to halfway.
 */
export function characterEdges(
  characters: readonly Character[],
  span: Span,
  ink: InkProfile,
  frameWidth: number,
): number[] {
  const width = Math.max(1, span.end - span.start);
  const inner = characters.slice(1).map((next, index) => {
    const before = characters[index] ?? next;
    return leastInk(ink, middleOf(before, frameWidth), middleOf(next, frameWidth));
  });
  let reached = 0;
  return [0, ...inner.map((column) => Math.min(Math.max((column - span.start) / width, 0), 1)), 1].map(
    (share) => (reached = Math.max(reached, share)),
  );
}

/**
 * The edges on the page, as a word of the document has them. Undefined when the word does not run from left to right there, or
 * when one of the recogniser's characters is more than a code point.
 */
export function edgesOnPage(
  { text, corners, edges }: { text: string; corners: Quadrilateral; edges: readonly number[] },
  { left, width }: Box,
): number[] | undefined {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const [from, to] = [(topLeft.x + bottomLeft.x) / 2, (topRight.x + bottomRight.x) / 2];
  const [fromY, toY] = [(topLeft.y + bottomLeft.y) / 2, (topRight.y + bottomRight.y) / 2];
  if (to - from <= Math.abs(toY - fromY) || [...text].length !== edges.length - 1) return undefined;
  return edges.map((share, index) => {
    if (index === 0) return left;
    if (index === edges.length - 1) return left + width;
    return Math.min(Math.max(Math.round(from + (to - from) * share), left), left + width);
  });
}

function leastInk({ columns }: InkProfile, from: number, to: number): number {
  const [first, last] = [Math.floor(from), Math.max(Math.floor(from), Math.ceil(to) - 1)];
  const halfway = (from + to) / 2;
  let best = { ink: Infinity, away: Infinity, start: first, end: first };
  for (let start = first; start <= last; start++) {
    const ink = columns[start] ?? 0;
    let end = start + 1;
    while (end <= last && (columns[end] ?? 0) === ink) end++;
    const away = Math.abs((start + end) / 2 - halfway);
    if (ink < best.ink || (ink === best.ink && away < best.away)) best = { ink, away, start, end };
    start = end - 1;
  }
  return (best.start + best.end) / 2;
}
