import { decode, readHeader } from '../decode.ts';
import type { Source } from './source.ts';

/** Opens an image file. Throws the Faults of {@link readHeader}. */
export async function openImageSource(bytes: Uint8Array): Promise<Source> {
  await readHeader(bytes);
  return { pageCount: 1, raster: () => decode(bytes), close: () => undefined };
}
