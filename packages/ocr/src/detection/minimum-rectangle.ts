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
  const across = extentOf(hull.map(({ x, y }) => x * cos + y * sin));
  const down = extentOf(hull.map(({ x, y }) => y * cos - x * sin));
  return {
    center: { x: across.middle * cos - down.middle * sin, y: across.middle * sin + down.middle * cos },
    width: across.length,
    height: down.length,
    angle,
  };
}

function extentOf(values: readonly number[]): { middle: number; length: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { middle: (least + most) / 2, length: most - least };
}

/** The same rectangle, named by the side that is nearest to horizontal. */
function nearestToUpright(rectangle: Rectangle): Rectangle {
  const quarters = Math.round(rectangle.angle / (Math.PI / 2));
  const { center, width, height } = rectangle;
  const angle = rectangle.angle - quarters * (Math.PI / 2);
  return quarters % 2 === 0 ? { center, width, height, angle } : { center, width: height, height: width, angle };
}
