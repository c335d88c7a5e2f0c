import type { Raster } from '../engine.ts';
import { cornersOf, type Quadrilateral } from '../geometry.ts';
import type { Network } from '../network.ts';
import { detectionInput } from './detection-input.ts';
import { type BoxSettings, textBoxes } from './text-boxes.ts';

/** Where text stands on a page: one quadrilateral a line or part of a line, in pixels of the page, in no particular order. */
export async function detect(network: Network, page: Raster, settings: BoxSettings): Promise<Quadrilateral[]> {
  const { data, shape } = await network.run(await detectionInput(page));
  const [, , height = 0, width = 0] = shape;
  const scale = { x: page.width / width, y: page.height / height };
  return textBoxes({ width, height, data }, settings).map((rectangle) => {
    const [a, b, c, d] = cornersOf(rectangle);
    const toPage = ({ x, y }: { x: number; y: number }) => ({ x: x * scale.x, y: y * scale.y });
    return [toPage(a), toPage(b), toPage(c), toPage(d)];
  });
}
