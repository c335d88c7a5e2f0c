import { READ_LIMITS } from '../../limits.ts';

const POINTS_PER_INCH = 72;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Pixels of a page of `width` by `height` points at `density` dots per inch, both sides at least one; coarser where there would
 * be more than 40 megapixels.
 */
export function renderSize({ width, height }: Size, density: number): Size {
  const wanted = density / POINTS_PER_INCH;
  const scale = Math.min(wanted, Math.sqrt(READ_LIMITS.renderedPixels / (width * height)));
  // Rounded down where the cap decides, so that it holds; to the nearest where a scan is to keep its own pixels.
  const whole = scale < wanted ? Math.floor : Math.round;
  return { width: Math.max(1, whole(width * scale)), height: Math.max(1, whole(height * scale)) };
}
