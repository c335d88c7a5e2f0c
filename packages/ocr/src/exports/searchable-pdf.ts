import type { Document } from '../document.ts';
import { inputTypeOf } from '../input-type.ts';

/**
 * The input as a PDF in which its text can be searched and copied. A PDF stays as it is, with the words invisible over its pages;
 * each page of an image becomes a page. The same input gives the same bytes: no date, no id.
 *
 * Throws the Faults of `searchablePdfOfPdf` and `searchablePdfOfImage`, above all `document-not-of-input`.
 */
export async function searchablePdf(bytes: Uint8Array, document: Document): Promise<Uint8Array> {
  // Loaded when first used: most callers of this package only read.
  if (inputTypeOf(bytes).kind === 'pdf') {
    const { searchablePdfOfPdf } = await import('./searchable-pdf-of-pdf.ts');
    return searchablePdfOfPdf(bytes, document);
  }
  const { searchablePdfOfImage } = await import('./searchable-pdf-of-image.ts');
  return searchablePdfOfImage(bytes, document);
}
