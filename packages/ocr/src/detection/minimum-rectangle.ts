import type { Point, Rectangle } from '../geometry.ts';

/**
 * An upright rectangle is kept when it is at most 4 % larger than the smallest one: the outline of a short word is ragged, and
 * its smallest rectangle then stands at an angle that the word does not have.
 */
const UPRIGHT_TOLERANCE = 1.04;

/**
 * The rectangle of the smallest area around a convex polygon; one of its sides lies on a side of the polygon (Freeman and
 * Shapira, 1975). Its angle is between -45 and 45 degrees.
 */
export function minimumRectangle(hull: readonly Point[]): Rectangle {
  const upright = rectangleAlong(hull, 0);
  let smallest = upright;
  hull.forEach((from, index) => {
    const to = hull[(index + 1) % hull.length];
    if (to === undefined || (to.x === from.x && to.y === from.y)) return;
    const rectangle = rectangleAlong(hull, Math.atan2(to.y - from.y, to.x - from.x));
    if (areaOf(rectangle) < areaOf(smallest)) smallest = rectangle;
  });
  return areaOf(upright) <= areaOf(smallest) * UPRIGHT_TOLERANCE ? upright : nearestToUpright(smallest);
}

function areaOf({ width, height }: Rectangle): number {
  return width * height;
}

function rectangleAlong(hull: readonly Point[], angle: number): Rectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of hull) {
    const across = x * cos + y * sin;
    const down = y * cos - x * sin;
    if (across < left) left = across;
    if (across > right) right = across;
    if (down < top) top = down;
    if (down > bottom) bottom = down;
  }
  const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
  return {
    center: { x: middle * cos - centre * sin, y: middle * sin + centre * cos },
    width: right - left,
    height: bottom - top,
    angle,
  };
}

/** The same rectangle, named by the side that is nearest to horizontal. */
function nearestToUpright(rectangle: Rectangle): Rectangle {
  const quarters = Math.round(rectangle.angle / (Math.PI / 2));
  const { center, width, height } = rectangle;
  const angle = rectangle.angle - quarters * (Math.PI / 2);
  return quarters % 2 === 0 ? { center, width, height, angle } : { center, width: height, height: width, angle };
}
