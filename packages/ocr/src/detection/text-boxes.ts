import { cornersOf, type Rectangle } from '../geometry.ts';
import { components, type ProbabilityMap, type Run } from './components.ts';
import { convexHull } from './convex-hull.ts';
import { lineRectangle } from './line-rectangle.ts';
import { minimumRectangle } from './minimum-rectangle.ts';
import type { SizeSettings } from './text-size.ts';

/** How the detector's map becomes boxes; each detector was trained for its own numbers. */
export interface MapSettings {
  /** A pixel lies on text from this probability on. */
  readonly pixelThreshold: number;
  /** A box is text when the mean probability within it is at least this. */
  readonly boxThreshold: number;
  /**
   * The detector marks the core of a line, shrunk; the box grows by area x ratio / perimeter on each side ("Real-time Scene Text
   * Detection with Differentiable Binarization", Liao et al. 2020, section 3.4).
   */
  readonly growthRatio: number;
}

/** What a detector needs to find boxes on a page. */
export interface BoxSettings extends MapSettings, SizeSettings {}

// What is smaller is noise: PaddleOCR's post-processing (ppocr/postprocess/db_postprocess.py).
const SHORTEST_SIDE = 3;
const FEWEST_PIXELS = 6;

/** The boxes of the lines of text, in pixels of the map, in the order of their topmost pixel. */
export function textBoxes(map: ProbabilityMap, settings: MapSettings): Rectangle[] {
  return components(map, settings.pixelThreshold).flatMap((region) => {
    if (pixelsOf(region) < FEWEST_PIXELS) return [];
    const core = lineRectangle(region, minimumRectangle(convexHull(region.flatMap(cornersOfRun))));
    if (Math.min(core.width, core.height) < SHORTEST_SIDE) return [];
    return meanWithin(map, core) < settings.boxThreshold ? [] : [grown(core, settings.growthRatio)];
  });
}

function pixelsOf(region: readonly Run[]): number {
  return region.reduce((sum, { start, end }) => sum + end - start, 0);
}

function cornersOfRun({ row, start, end }: Run) {
  return [
    { x: start, y: row },
    { x: start, y: row + 1 },
    { x: end, y: row },
    { x: end, y: row + 1 },
  ];
}

/** The rectangle with every side moved outward as the detector's training shrank it. */
export function grown(core: Rectangle, ratio: number): Rectangle {
  const growth = (core.width * core.height * ratio) / (2 * (core.width + core.height));
  return { ...core, width: core.width + 2 * growth, height: core.height + 2 * growth };
}

/** The mean probability within the rectangle, sampled about once a pixel. */
function meanWithin(map: ProbabilityMap, rectangle: Rectangle): number {
  const columns = Math.max(2, Math.round(rectangle.width));
  const rows = Math.max(2, Math.round(rectangle.height));
  const [origin, right, , bottom] = cornersOf(rectangle);
  let [sum, count] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const down = (row + 0.5) / rows;
    for (let column = 0; column < columns; column++) {
      const across = (column + 0.5) / columns;
      const x = Math.floor(origin.x + (right.x - origin.x) * across + (bottom.x - origin.x) * down);
      const y = Math.floor(origin.y + (right.y - origin.y) * across + (bottom.y - origin.y) * down);
      if (x < 0 || y < 0 || x >= map.width || y >= map.height) continue;
      sum += map.data[y * map.width + x] ?? 0;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
