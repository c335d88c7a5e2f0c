import { decode, readHeader } from '../decode.ts';
import { animationTooManyPixels } from '../faults.ts';
import { READ_LIMITS } from '../limits.ts';
import { checkPageCount } from './pages.ts';
import type { Source } from './source.ts';

/**
 * Opens an image file: each page of a TIFF and each frame of an animation is a page.
 *
 * Throws the Faults of {@link readHeader}, `too-many-pages` and `animation-too-many-pixels`. A page throws those of {@link decode}.
 */
export async function openImageSource(bytes: Uint8Array): Promise<Source> {
  const { pageCount, format, width, height } = await readHeader(bytes);
  checkPageCount(pageCount);
  if (pageCount > 1 && format !== 'tiff') checkAnimation(pageCount, width, height);
  return { pageCount, raster: (index) => decode(bytes, index), close: () => undefined };
}

/** A page of a TIFF stands alone, a frame of an animation does not: to decode it, all frames before it are. */
function checkAnimation(frames: number, width: number, height: number): void {
  const most = READ_LIMITS.animationPixels;
  if (frames * width * height > most) throw animationTooManyPixels(frames, width, height, most);
}
