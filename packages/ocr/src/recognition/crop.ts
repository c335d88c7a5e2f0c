import type { Raster } from '../engine.ts';
import { type Quadrilateral, sidesOf } from '../geometry.ts';

/** The height in pixels at which lines are read; PP-OCRv4's recogniser and classifier were trained at it. */
export const CROP_HEIGHT = 48;

/** A line of text as it is cut out of the page: scaled to a height of 48 pixels, `width` pixels wide. */
export interface Crop {
  /** In pixels of the page; the first edge is the top of the text. */
  readonly corners: Quadrilateral;
  readonly width: number;
}

const NARROWEST = 16;
/** A line of about 400 characters: what is longer is squeezed, because the memory of a batch grows with its widest crop. */
const WIDEST = 3200;

export function cropOf(corners: Quadrilateral): Crop {
  const { width, height } = sidesOf(corners);
  const scaled = Math.round((CROP_HEIGHT * width) / Math.max(1, height));
  return { corners, width: Math.min(Math.max(scaled, NARROWEST), WIDEST) };
}

/** The crop turned by 180 degrees. */
export function upsideDown({ corners: [a, b, c, d], width }: Crop): Crop {
  return { corners: [c, d, a, b], width };
}

/** A place in a tensor of blue, green and red planes, each `stride` pixels wide and 48 high. */
export interface CropTarget {
  readonly data: Float32Array;
  readonly offset: number;
  readonly stride: number;
}

/** Where sampling is sharp enough: a level may be up to this much larger than the crop. */
const OVERSAMPLING = 1.6;

/** Samples the crop from the page, bilinearly, as values from -1 to 1 (mean and deviation 0.5, as PaddleOCR trains). */
export function sample(pyramid: readonly Raster[], crop: Crop, target: CropTarget): void {
  const { width: sourceWidth, height: sourceHeight } = sidesOf(crop.corners);
  const scale = Math.min(sourceHeight / CROP_HEIGHT, sourceWidth / crop.width);
  let index = 0;
  while (index + 1 < pyramid.length && scale / 2 ** index > OVERSAMPLING) index++;
  const level = pyramid[index];
  if (level === undefined) throw new Error('An image pyramid without levels');
  sampleLevel(level, 2 ** -index, crop, target);
}

function sampleLevel(level: Raster, scale: number, { corners, width }: Crop, target: CropTarget): void {
  const [origin, right, , bottom] = corners;
  const across = { x: ((right.x - origin.x) * scale) / width, y: ((right.y - origin.y) * scale) / width };
  const down = { x: ((bottom.x - origin.x) * scale) / CROP_HEIGHT, y: ((bottom.y - origin.y) * scale) / CROP_HEIGHT };
  const row = level.width * 3;
  const plane = target.stride * CROP_HEIGHT;
  for (let y = 0; y < CROP_HEIGHT; y++) {
    for (let x = 0; x < width; x++) {
      // The centre of a pixel lies at a half, in the crop and in the page.
      const sourceX = clamp(origin.x * scale - 0.5 + across.x * (x + 0.5) + down.x * (y + 0.5), level.width);
      const sourceY = clamp(origin.y * scale - 0.5 + across.y * (x + 0.5) + down.y * (y + 0.5), level.height);
      const [left, top] = [Math.floor(sourceX), Math.floor(sourceY)];
      const [u, v] = [sourceX - left, sourceY - top];
      // At the last column and row there is no neighbour, and its weight is 0.
      const stepX = left + 1 < level.width ? 3 : 0;
      const stepY = top + 1 < level.height ? row : 0;
      const at = top * row + left * 3;
      for (let channel = 0; channel < 3; channel++) {
        const pixel = at + 2 - channel;
        const upper = (level.data[pixel] ?? 0) * (1 - u) + (level.data[pixel + stepX] ?? 0) * u;
        const lower = (level.data[pixel + stepY] ?? 0) * (1 - u) + (level.data[pixel + stepY + stepX] ?? 0) * u;
        target.data[target.offset + channel * plane + y * target.stride + x] =
          (upper * (1 - v) + lower * v) / 127.5 - 1;
      }
    }
  }
}

function clamp(value: number, size: number): number {
  return Math.min(Math.max(value, 0), size - 1);
}
