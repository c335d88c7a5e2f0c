import type { Raster } from '../engine.ts';
import { cornersOf, type Quadrilateral } from '../geometry.ts';
import type { Network } from '../network.ts';
import { resize } from '../raster.ts';
import { bandsOf } from './bands.ts';
import type { ProbabilityMap } from './components.ts';
import { detectionInput, detectionSize } from './detection-input.ts';
import { type BoxSettings, textBoxes } from './text-boxes.ts';
import { finerLongSide, LONG_SIDE } from './text-size.ts';

/** Pixels that the detector sees at a time, half of a square page: its memory grows with them. */
const BAND_PIXELS = (LONG_SIDE * LONG_SIDE) / 2;

/**
 * Where text stands on a page: one quadrilateral a line or part of a line, in pixels of the page, in no particular order. A page
 * of small print is looked at a second time, at the size that its text needs.
 */
export async function detect(network: Network, page: Raster, settings: BoxSettings): Promise<Quadrilateral[]> {
  const boxes = await detectAt(network, page, LONG_SIDE, settings);
  const longSide = finerLongSide(boxes, page);
  return longSide === undefined ? boxes : detectAt(network, page, longSide, settings);
}

async function detectAt(
  network: Network,
  page: Raster,
  longSide: number,
  settings: BoxSettings,
): Promise<Quadrilateral[]> {
  const size = detectionSize(page.width, page.height, longSide);
  const map = await probabilityMap(network, await resize(page, size.width, size.height));
  const scale = { x: page.width / map.width, y: page.height / map.height };
  return textBoxes(map, settings).map((rectangle) => {
    const [a, b, c, d] = cornersOf(rectangle);
    const toPage = ({ x, y }: { x: number; y: number }) => ({ x: x * scale.x, y: y * scale.y });
    return [toPage(a), toPage(b), toPage(c), toPage(d)];
  });
}

async function probabilityMap(network: Network, scaled: Raster): Promise<ProbabilityMap> {
  const { width, height } = scaled;
  const data = new Float32Array(width * height);
  for (const { from, to, keepFrom, keepTo } of bandsOf(height, Math.floor(BAND_PIXELS / width))) {
    const band = await network.run(detectionInput(scaled, from, to));
    data.set(band.data.subarray((keepFrom - from) * width, (keepTo - from) * width), keepFrom * width);
  }
  return { width, height, data };
}
