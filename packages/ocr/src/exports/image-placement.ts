import type { Turn } from '../document.ts';
import type { Point } from '../geometry.ts';

/** PDF's transformation matrix, `a b c d e f` of ISO 32000-2, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

type Mapping = (point: Point) => Point;

const SAME: Mapping = (point) => point;

// Points of the unit square, y downward. EXIF 2.32, tag 0x0112: where row 0 and column 0 of the stored image are seen.
const EXIF: Readonly<Record<number, Mapping>> = {
  2: ({ x, y }) => ({ x: 1 - x, y }),
  3: ({ x, y }) => ({ x: 1 - x, y: 1 - y }),
  4: ({ x, y }) => ({ x, y: 1 - y }),
  5: ({ x, y }) => ({ x: y, y: x }),
  6: ({ x, y }) => ({ x: 1 - y, y: x }),
  7: ({ x, y }) => ({ x: 1 - y, y: 1 - x }),
  8: ({ x, y }) => ({ x: y, y: 1 - x }),
};

const TURNS: Readonly<Record<Turn, Mapping>> = {
  0: SAME,
  90: ({ x, y }) => ({ x: 1 - y, y: x }),
  180: ({ x, y }) => ({ x: 1 - x, y: 1 - y }),
  270: ({ x, y }) => ({ x: y, y: 1 - x }),
};

/** Whether width and height change places between the stored image and the upright page. */
export function swapsSides(orientation: number, turn: Turn): boolean {
  return orientation >= 5 !== (turn === 90 || turn === 270);
}

/**
 * The matrix that puts a stored image upright onto a page of `width` by `height` points, whatever its EXIF orientation (1 to 8)
 * and the further turn.
 */
export function imagePlacement(orientation: number, turn: Turn, width: number, height: number): Matrix {
  const exif = EXIF[orientation] ?? SAME;
  const onPage = (point: Point): Point => {
    const { x, y } = TURNS[turn](exif(point));
    return { x: x * width, y: (1 - y) * height };
  };
  // PDF draws an image into the unit square with its lower left corner at the origin.
  const origin = onPage({ x: 0, y: 1 });
  const right = onPage({ x: 1, y: 1 });
  const top = onPage({ x: 0, y: 0 });
  return [right.x - origin.x, right.y - origin.y, top.x - origin.x, top.y - origin.y, origin.x, origin.y];
}
