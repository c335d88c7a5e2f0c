import type { Box } from './document.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners in the direction of reading: top left, top right, bottom right, bottom left. */
export type Quadrilateral = readonly [Point, Point, Point, Point];

/** A rectangle that may stand at an angle: `angle` in radians, clockwise as seen (y grows downward), of its `width` side. */
export interface Rectangle {
  readonly center: Point;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

export function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Length of the top edge and of the left edge, in pixels. */
export function sidesOf([topLeft, topRight, , bottomLeft]: Quadrilateral): { width: number; height: number } {
  return { width: distance(topLeft, topRight), height: distance(topLeft, bottomLeft) };
}

export function cornersOf({ center, width, height, angle }: Rectangle): Quadrilateral {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corner = (across: number, down: number): Point => ({
    x: center.x + across * width * cos - down * height * sin,
    y: center.y + across * width * sin + down * height * cos,
  });
  return [corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)];
}

/** The point at a share of the way along the top edge (`across`) and the left edge (`down`), both 0 to 1. */
export function pointWithin([origin, right, , bottom]: Quadrilateral, across: number, down: number): Point {
  return {
    x: origin.x + (right.x - origin.x) * across + (bottom.x - origin.x) * down,
    y: origin.y + (right.y - origin.y) * across + (bottom.y - origin.y) * down,
  };
}

/** The smallest upright box of whole pixels around the points, cut to a page of `width` by `height`, at least one pixel large. */
export function boundsWithin(points: readonly Point[], width: number, height: number): Box {
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const left = clamp(Math.round(Math.min(...xs)), width - 1);
  const top = clamp(Math.round(Math.min(...ys)), height - 1);
  const right = clamp(Math.round(Math.max(...xs)), width);
  const bottom = clamp(Math.round(Math.max(...ys)), height);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** The smallest box around all of them. At least one is needed. */
export function unionOf(boxes: readonly Box[]): Box {
  // One by one: a page of a PDF may have more lines than a function may have arguments.
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.left + box.width);
    bottom = Math.max(bottom, box.top + box.height);
  }
  return { left, top, width: right - left, height: bottom - top };
}
