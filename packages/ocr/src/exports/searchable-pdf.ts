import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { type ImageHeader, readHeader } from '../decode.ts';
import type { Document, Page } from '../document.ts';
import { documentNotOfInput } from '../faults.ts';
import { imagePlacement, swapsSides } from './image-placement.ts';
import { embedInvisibleFont } from './invisible-font.ts';
import { invisibleText } from './invisible-text.ts';
import { embedImage } from './page-image.ts';

/** 72 dots per inch is what programs write that do not know; it would make a scanned page a poster. */
const UNKNOWN_DENSITY = 72;
/** A scan of a letter-sized page at 200 dots per inch is 1700 x 2200 pixels. */
const ASSUMED_DENSITY = 200;
const POINTS_PER_INCH = 72;

/**
 * The input as a PDF in which its text can be searched and copied: the image as it is, the words invisible over it. The size of
 * the page follows from the image's dots per inch, 200 when it has none. The same input gives the same bytes: no date, no id.
 *
 * Throws the Faults of {@link readHeader}, and `document-not-of-input` when the document was read from another image.
 */
export async function searchablePdf(bytes: Uint8Array, document: Document): Promise<Uint8Array> {
  const header = await readHeader(bytes);
  const page = pageOf(document, header);
  // Loaded when first used: most callers of this package only read.
  const { PDFContext, PDFWriter } = await import('@cantoo/pdf-lib');
  const context = PDFContext.create();
  const pages = context.nextRef();
  const image = await embedImage(context, bytes, header);
  const leaf = embedPage(context, page, header, { image, pages });
  context.assign(pages, context.obj({ Type: 'Pages', Kids: [leaf], Count: 1 }));
  context.trailerInfo.Root = context.register(context.obj({ Type: 'Catalog', Pages: pages }));
  return PDFWriter.forContext(context, Infinity).serializeToBuffer();
}

function pageOf({ pages }: Document, header: ImageHeader): Page {
  const page = pages[0];
  if (page === undefined || pages.length > 1) throw documentNotOfInput(`${pages.length} pages`, '1');
  const sides = [header.width, header.height] as const;
  const [width, height] = swapsSides(header.orientation, page.turn ?? 0) ? sides.toReversed() : sides;
  if (page.width === width && page.height === height) return page;
  throw documentNotOfInput(`a page of ${page.width} x ${page.height} pixels`, `${width} x ${height}`);
}

function embedPage(
  context: PDFContext,
  page: Page,
  header: ImageHeader,
  refs: { readonly image: PDFRef; readonly pages: PDFRef },
): PDFRef {
  const { density = 0, orientation } = header;
  const points = POINTS_PER_INCH / (density > UNKNOWN_DENSITY ? density : ASSUMED_DENSITY);
  const [width, height] = [page.width * points, page.height * points];
  const font = embedInvisibleFont(context, ` ${textOf(page)}`);
  const placement = imagePlacement(orientation, page.turn ?? 0, width, height);
  const drawImage = `q\n${placement.map((value) => Number(value.toFixed(3))).join(' ')} cm\n/Image Do\nQ\n`;
  const content = drawImage + invisibleText(page, font, 'Text', points);
  return context.register(
    context.obj({
      Type: 'Page',
      Parent: refs.pages,
      MediaBox: [0, 0, Number(width.toFixed(3)), Number(height.toFixed(3))],
      Resources: { XObject: { Image: refs.image }, Font: { Text: font.font } },
      Contents: context.register(context.flateStream(content)),
    }),
  );
}

function textOf({ blocks }: Page): string {
  return blocks.flatMap(({ lines }) => lines.flatMap(({ words }) => words.map(({ text }) => text))).join('');
}
