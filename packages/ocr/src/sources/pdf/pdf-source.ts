import { pdfPageCorrupt } from '../../faults.ts';
import { checkPageCount } from '../pages.ts';
import type { Source } from '../source.ts';
import { openPdfDocument, type PdfDocument } from './pdf-document.ts';
import { isBreakdown } from './pdfium.ts';

/**
 * Opens a PDF. Pages are drawn one at a time; when one breaks PDFium itself, that page fails and the next is drawn by a new one.
 *
 * Throws the Faults of {@link openPdfDocument}, and `too-many-pages`. A page throws `pdf-page-corrupt` or `pdf-page-too-large`.
 */
export async function openPdfSource(bytes: Uint8Array): Promise<Source> {
  let open: PdfDocument | undefined = await openPdfDocument(bytes);
  const { pageCount } = open;
  checkPageCount(pageCount);
  return {
    pageCount,
    async raster(index) {
      open ??= await openPdfDocument(bytes);
      try {
        return open.draw(index);
      } catch (error) {
        if (!isBreakdown(error)) throw error;
        open = undefined;
        throw pdfPageCorrupt(index + 1, error);
      }
    },
    close() {
      open = undefined;
    },
  };
}
