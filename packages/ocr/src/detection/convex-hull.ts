import type { Point } from '../geometry.ts';

/** The corners of the smallest convex polygon around the points, in order around it (Andrew's monotone chain, 1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted(fromLeft);
  if (sorted.length < 3) return sorted;
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

/** One side of the hull, without its last point, which begins the other side. */
function chain(sorted: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of sorted) {
    for (;;) {
      const [before, last] = [kept.at(-2), kept.at(-1)];
      if (before === undefined || last === undefined || turnsLeft(before, last, point)) break;
      kept.pop();
    }
    kept.push(point);
  }
  return kept.slice(0, -1);
}

function turnsLeft(from: Point, over: Point, to: Point): boolean {
  return (over.x - from.x) * (to.y - from.y) - (over.y - from.y) * (to.x - from.x) > 0;
}

function fromLeft(a: Point, b: Point): number {
  return a.x - b.x || a.y - b.y;
}
