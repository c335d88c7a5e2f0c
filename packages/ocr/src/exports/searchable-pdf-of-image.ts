import { PDFContext, type PDFDict, PDFName, type PDFRef, PDFStreamWriter } from '@cantoo/pdf-lib';
import { type ImageHeader, readHeader } from '../decode.ts';
import type { Document, Page } from '../document.ts';
import { documentNotOfInput } from '../faults.ts';
import { imagePlacement, swapsSides } from './image-placement.ts';
import { embedInvisibleFont, type InvisibleFont } from './invisible-font.ts';
import { invisibleText } from './invisible-text.ts';
import { type LaidPiece, laidTextOf } from './laid-text.ts';
import { embedImage } from './page-image.ts';

/** 72 dots per inch is what programs write that do not know; it would make a scanned page a poster. */
const UNKNOWN_DENSITY = 72;
/** A scan of a letter-sized page at 200 dots per inch is 1700 x 2200 pixels. */
const ASSUMED_DENSITY = 200;
const POINTS_PER_INCH = 72;
/** A page that could not be read has no picture: it stays as an empty A4, so that the others keep their numbers. */
const EMPTY_PAGE = { width: 595.276, height: 841.89 };

/** What the pages share. */
interface Shared {
  readonly pages: PDFRef;
  readonly laid: ReadonlyMap<Page, readonly LaidPiece[]>;
  readonly font: InvisibleFont;
  /** The variants of the font by name; filled when all pages are laid. */
  readonly fonts: PDFDict;
}

/** Object streams hold at most so many objects; one is enough for most documents. */
const OBJECTS_PER_STREAM = 200;

/**
 * An image as a PDF, each of its pages that were asked for as it is, the words invisible over it. The size of a page follows from the image's dots
 * per inch, 200 when it has none.
 *
 * Throws the Faults of {@link readHeader}, and `document-not-of-input` when the document was read from another image.
 */
export async function searchablePdfOfImage(bytes: Uint8Array, document: Document): Promise<Uint8Array> {
  const { pageCount } = await readHeader(bytes);
  const told = document.pageCount ?? document.pages.length;
  if (told !== pageCount) throw documentNotOfInput(`${told} pages`, `${pageCount}`);
  const context = PDFContext.create();
  const laid = new Map(document.pages.map((page) => [page, laidTextOf(page)]));
  const font = embedInvisibleFont(context, [...laid.values()].flat(), 'T');
  const shared = { pages: context.nextRef(), laid, font, fonts: context.obj({}) };
  const leaves: PDFRef[] = [];
  for (const page of document.pages) {
    leaves.push(
      page.problem === undefined ? await embedPage(context, bytes, page, shared) : emptyPage(context, shared),
    );
  }
  for (const [name, variant] of font.variants()) shared.fonts.set(PDFName.of(name), variant);
  context.assign(shared.pages, context.obj({ Type: 'Pages', Kids: leaves, Count: leaves.length }));
  context.trailerInfo.Root = context.register(context.obj({ Type: 'Catalog', Pages: shared.pages }));
  const writer = PDFStreamWriter.forContext(context, Infinity, true, OBJECTS_PER_STREAM);
  return writer.serializeToBuffer();
}

async function embedPage(
  context: PDFContext,
  bytes: Uint8Array,
  page: Page,
  { pages, laid, font, fonts }: Shared,
): Promise<PDFRef> {
  const index = page.number - 1;
  const header = await readHeader(bytes, index);
  checkSize(page, header);
  const { density = 0, orientation } = header;
  const points = POINTS_PER_INCH / (density > UNKNOWN_DENSITY ? density : ASSUMED_DENSITY);
  const [width, height] = [page.width * points, page.height * points];
  const image = await embedImage(context, bytes, header, index);
  const placement = imagePlacement(orientation, page.turn ?? 0, width, height);
  const drawImage = `q\n${placement.map((value) => Number(value.toFixed(3))).join(' ')} cm\n/Image Do\nQ\n`;
  const content = drawImage + invisibleText(laid.get(page) ?? [], page.height, font, [points, 0, 0, points, 0, 0]);
  return context.register(
    context.obj({
      Type: 'Page',
      Parent: pages,
      MediaBox: [0, 0, Number(width.toFixed(3)), Number(height.toFixed(3))],
      Resources: { XObject: { Image: image }, Font: fonts },
      Contents: context.register(context.flateStream(content)),
    }),
  );
}

function checkSize(page: Page, header: ImageHeader): void {
  const sides = [header.width, header.height] as const;
  const [width, height] = swapsSides(header.orientation, page.turn ?? 0) ? sides.toReversed() : sides;
  if (page.width === width && page.height === height) return;
  throw documentNotOfInput(`a page of ${page.width} x ${page.height} pixels`, `${width} x ${height}`);
}

function emptyPage(context: PDFContext, { pages }: Shared): PDFRef {
  const { width, height } = EMPTY_PAGE;
  return context.register(context.obj({ Type: 'Page', Parent: pages, MediaBox: [0, 0, width, height], Resources: {} }));
}
