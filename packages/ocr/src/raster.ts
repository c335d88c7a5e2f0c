import type { Turn } from './document.ts';
import type { Raster } from './engine.ts';
import { loadSharp } from './native.ts';

/** Scales to exactly `width` by `height` pixels: Lanczos where it shrinks, so that thin strokes survive, cubic where it grows. */
export async function resize(raster: Raster, width: number, height: number): Promise<Raster> {
  const kernel = width < raster.width ? 'lanczos3' : 'cubic';
  const data = await openRaster(raster).resize(width, height, { fit: 'fill', kernel }).raw().toBuffer();
  return { width, height, data };
}

/** The raster turned clockwise; the same object for a turn of 0. */
export async function turned(raster: Raster, turn: Turn): Promise<Raster> {
  if (turn === 0) return raster;
  const { data, info } = await openRaster(raster).rotate(turn).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The raster as a sharp pipeline. */
export function openRaster({ width, height, data }: Raster) {
  return loadSharp()(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
}
