import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { Document, Page } from '../document.ts';
import { documentNotOfInput, pdfNotExtendable } from '../faults.ts';
import { embedInvisibleFont } from './invisible-font.ts';
import { invisibleText } from './invisible-text.ts';
import { laidTextOf } from './laid-text.ts';
import { inherited, type PdfPage, pagesOf } from './pdf-pages.ts';
import { hasProportionsOf, textPlacement } from './text-placement.ts';
import { wordsOf } from './words.ts';

/**
 * A PDF with the words of its document invisible over its pages. The file itself is kept byte for byte and the text follows it,
 * as an incremental update (ISO 32000-2, 7.5.6). Only a file whose cross-reference table is broken is written anew.
 *
 * Throws the Faults `pdf-not-extendable`, and `document-not-of-input` when the document was read from another file.
 */
export async function searchablePdfOfPdf(bytes: Uint8Array, document: Document): Promise<Uint8Array> {
  const pdf = await load(bytes);
  const stored = pagesOf(pdf);
  const { pages, pageCount = pages.length } = document;
  if (stored.length !== pageCount) throw documentNotOfInput(`${pageCount} pages`, `${stored.length}`);
  // What the file says itself can be found already, also where the page was recognised all the same.
  const read = pages.filter((page) => !(page.textLayer ?? page.hasTextLayer ?? wordsOf([page]).length === 0));
  if (read.length === 0) return bytes;
  const snapshot = pdf.takeSnapshot();
  const laid = new Map(read.map((page) => [page, laidTextOf(page)]));
  const font = embedInvisibleFont(pdf.context, [...laid.values()].flat(), unusedPrefix(stored));
  for (const page of read) {
    const under = stored[page.number - 1];
    checkPage(under, page);
    addText(pdf.context, under, invisibleText(laid.get(page) ?? [], page.height, font, textPlacement(under, page)));
    snapshot.markRefForSave(under.ref);
  }
  addFonts(
    pdf.context,
    read.flatMap(({ number }) => stored[number - 1]?.dictionary ?? []),
    font.variants(),
  );
  const table = crossReferencesOf(bytes);
  if (table === undefined)
    return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  const update = await pdf.saveIncremental(snapshot, {
    useObjectStreams: table === 'stream',
    objectsPerTick: Infinity,
  });
  return Buffer.concat([bytes, update]);
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  const pdf = await PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
    preserveXFA: true,
    parseSpeed: Infinity,
  }).catch((error: unknown) => {
    throw pdfNotExtendable('damaged', error);
  });
  if (pdf.isEncrypted) throw pdfNotExtendable('encrypted');
  return pdf;
}

function checkPage(stored: PdfPage | undefined, page: Page): asserts stored is PdfPage {
  if (stored === undefined) throw documentNotOfInput(`words on page ${page.number}`, 'no such page');
  if (hasProportionsOf(stored, page)) return;
  const { width, height } = stored.box;
  throw documentNotOfInput(
    `a page ${page.number} of ${page.width} x ${page.height} pixels`,
    `one of ${width} x ${height} points`,
  );
}

/** Puts the text before what the page draws: there, nothing that the page does to the graphics state reaches it. */
function addText(context: PDFContext, { dictionary }: PdfPage, content: string): void {
  const text = context.register(context.flateStream(content));
  dictionary.set(PDFName.of('Contents'), context.obj([text, ...contentsOf(context, dictionary)]));
}

/** The content streams of a page, one or an array of them. */
function contentsOf(context: PDFContext, page: PDFDict): PDFRef[] {
  const contents = page.get(PDFName.of('Contents'));
  const list = contents instanceof PDFRef ? context.lookup(contents) : contents;
  const refs = list instanceof PDFArray ? list.asArray() : [contents];
  return refs.filter((ref) => ref instanceof PDFRef);
}

/**
 * Gives each page resources of its own, our fonts among them: the ones that it has may be shared with other pages. A page without
 * fonts, as a scan is, has ours from one list for all.
 */
function addFonts(context: PDFContext, pages: readonly PDFDict[], added: ReadonlyMap<string, PDFRef>): void {
  const list = context.register(context.obj(Object.fromEntries(added)));
  for (const page of pages) {
    const resources = copyOf(context, inherited(page, 'Resources'));
    const own = resources.lookup(PDFName.of('Font'));
    const fonts = copyOf(context, own);
    for (const [name, font] of added) fonts.set(PDFName.of(name), font);
    resources.set(PDFName.of('Font'), own instanceof PDFDict && own.keys().length > 0 ? fonts : list);
    page.set(PDFName.of('Resources'), resources);
  }
}

/** How the names of our fonts begin: as no name of a font that a page has already. */
function unusedPrefix(pages: readonly (PdfPage | undefined)[]): string {
  const names = pages.flatMap((page) => {
    const resources = page === undefined ? undefined : inherited(page.dictionary, 'Resources');
    const fonts = resources instanceof PDFDict ? resources.lookup(PDFName.of('Font')) : undefined;
    return fonts instanceof PDFDict ? fonts.keys().map((name) => name.decodeText()) : [];
  });
  let prefix = 'OcrText';
  while (names.some((name) => name.startsWith(prefix))) prefix += '-';
  return prefix;
}

function copyOf(context: PDFContext, dictionary: unknown): PDFDict {
  const copy = context.obj({});
  if (dictionary instanceof PDFDict) for (const [key, value] of dictionary.entries()) copy.set(key, value);
  return copy;
}

/**
 * How the file lists its objects, as an update must: in a table or in a stream (ISO 32000-2, 7.5.4 and 7.5.8). Undefined when
 * `startxref` at its end points to neither.
 */
function crossReferencesOf(bytes: Uint8Array): 'table' | 'stream' | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.lastIndexOf('startxref');
  const [, offset] = /^startxref\s+(\d+)/.exec(file.toString('latin1', end < 0 ? bytes.length : end)) ?? [];
  if (offset === undefined) return undefined;
  const there = file.toString('latin1', Number(offset), Number(offset) + 30);
  if (/^xref\s/.test(there)) return 'table';
  return /^\d+\s+\d+\s+obj\b/.test(there) ? 'stream' : undefined;
}
