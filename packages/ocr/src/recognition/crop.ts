import type { Raster } from '../engine.ts';
import { type Quadrilateral, sidesOf } from '../geometry.ts';
import type { Pyramid } from './pyramid.ts';

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
export function sample(pyramid: Pyramid, crop: Crop, target: CropTarget): void {
  const { width: sourceWidth, height: sourceHeight } = sidesOf(crop.corners);
  const scale = Math.min(sourceHeight / CROP_HEIGHT, sourceWidth / crop.width);
  let level = 0;
  while (level + 1 < pyramid.levels && scale / 2 ** level > OVERSAMPLING) level++;
  sampleLevel(pyramid.at(level), 2 ** -level, crop, target);
}

function sampleLevel(level: Raster, scale: number, { corners, width }: Crop, target: CropTarget): void {
  const [origin, right, , bottom] = corners;
  const across = { x: ((right.x - origin.x) * scale) / width, y: ((right.y - origin.y) * scale) / width };
  const down = { x: ((bottom.x - origin.x) * scale) / CROP_HEIGHT, y: ((bottom.y - origin.y) * scale) / CROP_HEIGHT };
  const row = level.width * 3;
  const plane = target.stride * CROP_HEIGHT;
  const [lastX, lastY] = [level.width - 1, level.height - 1];
  const { data: source } = level;
  const { data } = target;
  for (let y = 0; y < CROP_HEIGHT; y++) {
    // The centre of a pixel lies at a half, in the crop and in the page.
    const startX = origin.x * scale - 0.5 + across.x * 0.5 + down.x * (y + 0.5);
    const startY = origin.y * scale - 0.5 + across.y * 0.5 + down.y * (y + 0.5);
    let blue = target.offset + y * target.stride;
    for (let x = 0; x < width; x++, blue++) {
      const sourceX = Math.min(Math.max(startX + across.x * x, 0), lastX);
      const sourceY = Math.min(Math.max(startY + across.y * x, 0), lastY);
      const left = Math.floor(sourceX);
      const top = Math.floor(sourceY);
      const u = sourceX - left;
      const v = sourceY - top;
      // At the last column and row there is no neighbour, and its weight is 0.
      const red = (top * level.width + left) * 3;
      const next = left < lastX ? 3 : 0;
      const below = top < lastY ? row : 0;
      for (let channel = 0; channel < 3; channel++) {
        const pixel = red + 2 - channel;
        const upper = (source[pixel] ?? 0) * (1 - u) + (source[pixel + next] ?? 0) * u;
        const lower = (source[pixel + below] ?? 0) * (1 - u) + (source[pixel + below + next] ?? 0) * u;
        data[blue + channel * plane] = (upper * (1 - v) + lower * v) / 127.5 - 1;
      }
    }
  }
}
