import { inputEmpty, inputTooLarge, notAsDeclared, unsupportedType } from '../faults.ts';
import { declaredName, inputTypeOf } from '../input-type.ts';
import { READ_LIMITS } from '../limits.ts';
import { openImageSource } from './image-source.ts';
import { openPdfSource } from './pdf/pdf-source.ts';
import type { Source } from './source.ts';

/**
 * Opens an input by what its bytes are, never by a name: a JPEG that is called a PNG is read. `declaredType` is the media type
 * under which it came, to say what is wrong when it cannot be read.
 *
 * Throws the Faults `input-empty`, `input-too-large`, `unsupported-type` and `not-as-declared`, and those of
 * {@link openImageSource} and {@link openPdfSource}.
 */
export async function openSource(bytes: Uint8Array, declaredType?: string): Promise<Source> {
  if (bytes.length === 0) throw inputEmpty();
  if (bytes.length > READ_LIMITS.bytes) throw inputTooLarge(bytes.length, READ_LIMITS.bytes);
  const { kind, name } = inputTypeOf(bytes);
  if (kind === 'pdf') return openPdfSource(bytes);
  if (kind !== undefined) return openImageSource(bytes);
  const declared = declaredName(declaredType);
  throw declared === undefined ? unsupportedType(name) : notAsDeclared(declared, name);
}
