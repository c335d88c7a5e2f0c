import { inputEmpty, unsupportedType } from '../faults.ts';
import { inputTypeOf } from '../input-type.ts';
import { openImageSource } from './image-source.ts';
import { openPdfSource } from './pdf/pdf-source.ts';
import type { Source } from './source.ts';

/**
 * Opens an input by what its bytes are, never by a name. Throws the Faults `image-empty` and `unsupported-type`, and those of
 * {@link openImageSource} and {@link openPdfSource}.
 */
export async function openSource(bytes: Uint8Array): Promise<Source> {
  if (bytes.length === 0) throw inputEmpty();
  const { kind, name } = inputTypeOf(bytes);
  if (kind === undefined) throw unsupportedType(name);
  return kind === 'pdf' ? openPdfSource(bytes) : openImageSource(bytes);
}
