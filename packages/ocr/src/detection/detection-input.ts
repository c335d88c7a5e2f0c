import type { Raster } from '../engine.ts';
import type { Tensor } from '../network.ts';

/** The detector halves its input five times, so both sides are multiples of 2^5. */
export const STRIDE = 32;

// The mean and standard deviation of ImageNet's channels, which the detector was trained with, applied in the order in which
// PaddleOCR applies them (to blue, green, red): tools/infer/predict_det.py, NormalizeImage.
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** The size that a page of `width` by `height` pixels is scaled to, so that its long side is `longSide` pixels. */
export function detectionSize(width: number, height: number, longSide: number): { width: number; height: number } {
  const scale = longSide / Math.max(width, height);
  const toStride = (side: number) => Math.max(STRIDE, Math.round((side * scale) / STRIDE) * STRIDE);
  return { width: toStride(width), height: toStride(height) };
}

/** The detector's input for the rows `from` up to, and without, `to`: shape [1, 3, rows, width], blue, green and red planes, normalised. */
export function detectionInput({ width, data }: Raster, from: number, to: number): Tensor {
  const plane = width * (to - from);
  const input = new Float32Array(3 * plane);
  for (const channel of [0, 1, 2] as const) {
    const scale = 1 / (255 * DEVIATION[channel]);
    const shift = MEAN[channel] / DEVIATION[channel];
    for (let row = from; row < to; row++) {
      const target = channel * plane + (row - from) * width;
      normaliseRow(data, row * width * 3 + 2 - channel, input, target, width, scale, shift);
    }
  }
  return { data: input, shape: [1, 3, to - from, width] };
}

/** A function of its own: it is compiled once, and a loop over a whole page within its only call is for every page. */
function normaliseRow(
  pixels: Uint8Array,
  first: number,
  input: Float32Array,
  target: number,
  width: number,
  scale: number,
  shift: number,
): void {
  for (let x = 0; x < width; x++) input[target + x] = (pixels[first + 3 * x] ?? 0) * scale - shift;
}
