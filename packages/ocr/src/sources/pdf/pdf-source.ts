import { pdfPageCorrupt, pdfPageMemory } from '../../faults.ts';
import { checkPageCount } from '../pages.ts';
import type { Source } from '../source.ts';
import { openPdfDocument, type PdfDocument } from './pdf-document.ts';
import { isBreakdown, PDFIUM_MEMORY_AT_MOST } from './pdfium.ts';

/** Pages after which PDFium is made to forget: it keeps what it has read of a document, after all pages of a scan all of it. */
const PAGES_PER_REFRESH = 50;

/**
 * Opens a PDF. Pages are drawn one at a time; when one breaks PDFium itself, it is drawn once more by a new one, so that nothing
 * depends on the pages before it. If it breaks that too, the page fails, and yet another draws the next.
 *
 * Throws the Faults of {@link openPdfDocument}, and `too-many-pages`. A page throws `pdf-page-corrupt`, `pdf-image-corrupt`,
 * `pdf-page-too-large` or `page-memory`.
 */
export async function openPdfSource(bytes: Uint8Array): Promise<Source> {
  let open: PdfDocument | undefined = await openPdfDocument(bytes);
  const { pageCount } = open;
  /** Pages that were begun by the PDFium that is open. */
  let drawn = 0;
  checkPageCount(pageCount);
  /** Runs one step; when it breaks a PDFium that has done nothing else, this gives what `broken` makes of it. */
  const attempt = async <Value>(
    step: (pdf: PdfDocument) => Value,
    broken: (error: unknown, pdf: PdfDocument) => Value,
  ): Promise<Value> => {
    for (;;) {
      if (open === undefined) [open, drawn] = [await openPdfDocument(bytes), 0];
      const [pdf, isNew] = [open, drawn === 0];
      try {
        return step(pdf);
      } catch (error) {
        if (!isBreakdown(error)) throw error;
        open = undefined;
        if (isNew) return broken(error, pdf);
      }
    }
  };
  return {
    pageCount,
    raster(index) {
      return attempt(
        (pdf) => {
          if (drawn > 0 && drawn % PAGES_PER_REFRESH === 0) pdf.refresh();
          drawn++;
          return pdf.draw(index);
        },
        (error, { isOutOfMemory }) => {
          throw isOutOfMemory ? pdfPageMemory(index + 1, PDFIUM_MEMORY_AT_MOST) : pdfPageCorrupt(index + 1, error);
        },
      );
    },
    // A page whose text cannot be had is recognised like one that has none.
    textLayer: (index, raster) =>
      attempt(
        (pdf) => pdf.textLayer(index, raster),
        () => undefined,
      ),
    close() {
      open = undefined;
    },
  };
}
