import { pdfPageCorrupt } from '../../faults.ts';
import { checkPageCount } from '../pages.ts';
import type { Source } from '../source.ts';
import { openPdfDocument, type PdfDocument } from './pdf-document.ts';
import { isBreakdown } from './pdfium.ts';

/** Pages after which PDFium is made to forget: it keeps what it has read of a document, after all pages of a scan all of it. */
const PAGES_PER_REFRESH = 50;

/**
 * Opens a PDF. Pages are drawn one at a time; when one breaks PDFium itself, that page fails and the next is drawn by a new one.
 *
 * Throws the Faults of {@link openPdfDocument}, and `too-many-pages`. A page throws `pdf-page-corrupt` or `pdf-page-too-large`.
 */
export async function openPdfSource(bytes: Uint8Array): Promise<Source> {
  let open: PdfDocument | undefined = await openPdfDocument(bytes);
  const { pageCount } = open;
  let drawn = 0;
  checkPageCount(pageCount);
  /** Runs one step; when it breaks PDFium, the next step has a new one and this one gives what `broken` makes of it. */
  const attempt = async <Value>(
    step: (pdf: PdfDocument) => Value,
    broken: (error: unknown) => Value,
  ): Promise<Value> => {
    open ??= await openPdfDocument(bytes);
    try {
      return step(open);
    } catch (error) {
      if (!isBreakdown(error)) throw error;
      open = undefined;
      return broken(error);
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
        (error) => {
          throw pdfPageCorrupt(index + 1, error);
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
