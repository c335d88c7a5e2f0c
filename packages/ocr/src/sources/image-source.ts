import { decode, readHeader } from '../decode.ts';
import { checkPageCount } from './pages.ts';
import type { Source } from './source.ts';

/**
 * Opens an image file: each page of a TIFF and each frame of an animation is a page.
 *
 * Throws the Faults of {@link readHeader}, and `too-many-pages`. A page throws those of {@link decode}.
 */
export async function openImageSource(bytes: Uint8Array): Promise<Source> {
  const { pageCount } = await readHeader(bytes);
  checkPageCount(pageCount);
  return { pageCount, raster: (index) => decode(bytes, index), close: () => undefined };
}
