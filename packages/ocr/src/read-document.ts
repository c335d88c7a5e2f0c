import { type Fault, isFault } from '@ocr-pipeline/fault';
import type { Document, Page } from './document.ts';
import type { Engine, Raster } from './engine.ts';
import { noPageReadable } from './faults.ts';
import { blocksOf } from './layout/blocks.ts';
import { turned } from './raster.ts';
import { openSource } from './sources/open-source.ts';
import type { Source } from './sources/source.ts';

export interface ReadOptions {
  readonly engine: Engine;
  /** By default `auto`. */
  readonly mode?: ReadMode;
}

/**
 * What becomes of text that a PDF has itself. `auto`: it is taken when it passes a test of quality, else the page is recognised.
 * `force`: every page is recognised. `skip`: no page that has any text is recognised.
 */
export type ReadMode = 'auto' | 'force' | 'skip';

/**
 * Reads a document page by page: a page can be used before the next is read, and only one is in memory. A page of several that
 * cannot be decoded is given as a page with a `problem`, and the next is read.
 *
 * Throws the Faults of {@link openSource}; for a document of one page, also the one of that page.
 */
export async function* readPages(bytes: Uint8Array, { engine, mode = 'auto' }: ReadOptions): AsyncGenerator<Page> {
  const source = await openSource(bytes);
  try {
    for (let index = 0; index < source.pageCount; index++) yield await readPage(source, index, engine, mode);
  } finally {
    source.close();
  }
}

/** Reads every page. Throws the Faults of {@link readPages}, and `no-page-readable` when none of several could be read. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  const pages: Page[] = [];
  for await (const page of readPages(bytes, options)) pages.push(page);
  const [first] = pages;
  if (first?.problem !== undefined && pages.every(({ problem }) => problem !== undefined)) {
    throw noPageReadable(pages.length, first.problem);
  }
  return { schema: 'ocr-pipeline/document/1', engine: options.engine.identity, pages };
}

async function readPage(source: Source, index: number, engine: Engine, mode: ReadMode): Promise<Page> {
  const number = index + 1;
  const decoded = await rasterOf(source, index);
  if (isFault(decoded)) return failedPage(number, decoded);
  const layer = mode === 'force' ? undefined : await source.textLayer?.(index, decoded);
  if (layer !== undefined && (layer.isSound || mode === 'skip')) {
    const { width, height } = decoded;
    return { number, width, height, textLayer: true, blocks: blocksOf(layer.lines) };
  }
  return recognisedPage(number, decoded, engine);
}

async function recognisedPage(number: number, decoded: Raster, engine: Engine): Promise<Page> {
  const turn = (await engine.turnOf?.(decoded)) ?? 0;
  const page = await turned(decoded, turn);
  const lines = await engine.recognise(page);
  const { width, height } = page;
  return { number, width, height, ...(turn === 0 ? {} : { turn }), blocks: blocksOf(lines) };
}

/** The decoded page, or why there is none. Only decoding is caught here: a fault of the engine would meet every page. */
async function rasterOf(source: Source, index: number): Promise<Raster | Fault> {
  try {
    return await source.raster(index);
  } catch (error) {
    if (isFault(error) && source.pageCount > 1) return error;
    throw error;
  }
}

function failedPage(number: number, { code, message }: Fault): Page {
  return { number, width: 0, height: 0, problem: { code, message }, blocks: [] };
}
