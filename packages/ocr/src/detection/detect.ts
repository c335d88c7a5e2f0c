import type { Raster } from '../engine.ts';
import { cornersOf, type Quadrilateral, type Rectangle } from '../geometry.ts';
import type { Network } from '../network.ts';
import { resize } from '../raster.ts';
import { release } from '../release.ts';
import { bandsOf } from './bands.ts';
import type { ProbabilityMap } from './components.ts';
import { detectionInput, detectionSize } from './detection-input.ts';
import { splitStacks } from './stacked-rows.ts';
import { type BoxSettings, type MapSettings, textBoxes } from './text-boxes.ts';
import { finerLongSide, firstLongSide } from './text-size.ts';
import { hasUnseenPrint } from './unseen-print.ts';

/** Pixels that the detector sees at a time, half of a square page of 1280 pixels: its memory grows with them. */
const BAND_PIXELS = (1280 * 1280) / 2;

/** The page as the detector saw it, and the boxes in its pixels. */
interface Look {
  readonly scaled: Raster;
  readonly boxes: readonly Rectangle[];
}

/**
 * Where text stands on a page: one quadrilateral a line or part of a line, in pixels of the page, in no particular order. A page
 * of small print is looked at a second time, at the size that its text needs.
 */
export async function detect(network: Network, page: Raster, settings: BoxSettings): Promise<Quadrilateral[]> {
  const longSide = firstLongSide(page, settings);
  const first = await lookAt(network, page, longSide, settings);
  const unseenPrint = hasUnseenPrint(first.scaled, first.boxes);
  const finer = finerLongSide({ longSide, boxes: first.boxes, unseenPrint }, page, settings);
  release(first.scaled.data);
  if (finer === undefined) return onPage(first, page);
  const second = await lookAt(network, page, finer, settings);
  release(second.scaled.data);
  return onPage(second, page);
}

async function lookAt(network: Network, page: Raster, longSide: number, settings: MapSettings): Promise<Look> {
  const size = detectionSize(page.width, page.height, longSide);
  const scaled = await resize(page, size.width, size.height);
  const map = await probabilityMap(network, scaled);
  const boxes = splitStacks(scaled, textBoxes(map, settings));
  release(map.data);
  return { scaled, boxes };
}

function onPage({ scaled, boxes }: Look, page: Raster): Quadrilateral[] {
  const scale = { x: page.width / scaled.width, y: page.height / scaled.height };
  const toPage = ({ x, y }: { x: number; y: number }) => ({ x: x * scale.x, y: y * scale.y });
  return boxes.map((rectangle) => {
    const [a, b, c, d] = cornersOf(rectangle);
    return [toPage(a), toPage(b), toPage(c), toPage(d)];
  });
}

async function probabilityMap(network: Network, scaled: Raster): Promise<ProbabilityMap> {
  const { width, height } = scaled;
  const data = new Float32Array(width * height);
  for (const { from, to, keepFrom, keepTo } of bandsOf(height, Math.floor(BAND_PIXELS / width))) {
    const input = detectionInput(scaled, from, to);
    const band = await network.run(input);
    release(input.data);
    data.set(band.data.subarray((keepFrom - from) * width, (keepTo - from) * width), keepFrom * width);
    release(band.data);
  }
  return { width, height, data };
}
