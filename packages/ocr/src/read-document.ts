import { Fault, isFault } from '@ocr-pipeline/fault';
import type { Document, EngineIdentity, Page } from './document.ts';
import type { Engine, Raster } from './engine.ts';
import { noPageReadable } from './faults.ts';
import { blocksOf } from './layout/blocks.ts';
import { pageNumbers } from './page-ranges.ts';
import { turned } from './raster.ts';
import { release } from './release.ts';
import { openSource } from './sources/open-source.ts';
import type { Source } from './sources/source.ts';

/** What is asked for of a document. */
export interface ReadRequest {
  /** By default `auto`. */
  readonly mode?: ReadMode;
  /** Pages by number, such as `1-3,7,9-`; by default all. */
  readonly pages?: string;
  /** The media type that the input was said to have. What it is, its bytes decide; this tells what is wrong with them. */
  readonly declaredType?: string;
}

/**
 * What becomes of text that a PDF has itself. `auto`: it is taken when it passes a test of quality, else the page is recognised.
 * `force`: every page is recognised. `skip`: no page that has any text is recognised.
 */
export type ReadMode = (typeof READ_MODES)[number];

export const READ_MODES = ['auto', 'force', 'skip'] as const;

export interface ReadOptions extends ReadRequest {
  readonly engine: Engine;
}

/** Told how many of the pages that were asked for have been read: 0 when the document is open, then after each page. */
export type OnPage = (done: number, total: number) => void | Promise<void>;

/** A document that is being read, one page at a time. */
export interface Reading {
  readonly engine: EngineIdentity;
  /** Pages of the input. */
  readonly pageCount: number;
  /** The pages that were asked for, counted from 1, in order. */
  readonly numbers: readonly number[];
  /** Reads one page. What can never be decoded is a page with a `problem`: the others still can. */
  page(number: number): Promise<Page>;
  /** Frees what the input holds. No page can be read afterwards. */
  close(): void;
}

/** Opens a document for reading. Throws the Faults of {@link openSource}, `bad-page-ranges` and `page-not-there`. */
export async function openReading(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { engine, mode = 'auto', pages, declaredType } = options;
  const source = await openSource(bytes, declaredType);
  try {
    return {
      engine: engine.identity,
      pageCount: source.pageCount,
      numbers: pageNumbers(pages, source.pageCount),
      page: (number) => readPage(source, number, engine, mode),
      close: () => source.close(),
    };
  } catch (error) {
    source.close();
    throw error;
  }
}

/** Reads page by page: a page can be used before the next is read, and only one is in memory. Throws as {@link openReading}. */
export async function* readPages(bytes: Uint8Array, options: ReadOptions): AsyncGenerator<Page> {
  const reading = await openReading(bytes, options);
  try {
    for (const number of reading.numbers) yield await reading.page(number);
  } finally {
    reading.close();
  }
}

/** Reads every page that was asked for. Throws the Faults of {@link openReading} and {@link documentOf}. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions, onPage?: OnPage): Promise<Document> {
  const reading = await openReading(bytes, options);
  try {
    return await collectPages(reading, (number) => reading.page(number), onPage);
  } finally {
    reading.close();
  }
}

/** Reads the pages that were asked for one after another with `read`. Throws the Faults of {@link documentOf}. */
export async function collectPages(
  opened: Pick<Reading, 'engine' | 'pageCount' | 'numbers'>,
  read: (number: number) => Promise<Page>,
  onPage?: OnPage,
): Promise<Document> {
  const pages: Page[] = [];
  await onPage?.(0, opened.numbers.length);
  for (const number of opened.numbers) {
    pages.push(await read(number));
    await onPage?.(pages.length, opened.numbers.length);
  }
  return documentOf(opened, pages);
}

/** The document of pages that were read. Throws a Fault when none could be: the one of the page if there is one only, else `no-page-readable`. */
function documentOf({ engine, pageCount }: Pick<Reading, 'engine' | 'pageCount'>, pages: readonly Page[]): Document {
  const [first] = pages;
  if (first?.problem !== undefined && pages.every(({ problem }) => problem !== undefined)) {
    const { code, message, hint } = first.problem;
    if (pages.length > 1) throw noPageReadable(pages.length, first.problem);
    throw new Fault(code, message, hint === undefined ? {} : { hint });
  }
  const whole = pages.length === pageCount ? {} : { pageCount };
  return { schema: 'ocr-pipeline/document/2', engine, ...whole, pages };
}

/** A page that could not be read, and why. */
export function failedPage(number: number, { code, message, hint }: Fault): Page {
  const problem = { code, message, ...(hint === undefined ? {} : { hint }) };
  return { number, width: 0, height: 0, problem, blocks: [] };
}

async function readPage(source: Source, number: number, engine: Engine, mode: ReadMode): Promise<Page> {
  const index = number - 1;
  const decoded = await rasterOf(source, index);
  if (isFault(decoded)) return failedPage(number, decoded);
  try {
    const layer = await source.textLayer?.(index, decoded);
    if (layer !== undefined && mode !== 'force' && (layer.isSound || mode === 'skip')) {
      const { width, height } = decoded;
      return { number, width, height, textLayer: true, blocks: blocksOf(layer.lines) };
    }
    return await recognisedPage(number, decoded, engine, layer?.isSound === true);
  } finally {
    release(decoded.data);
  }
}

async function recognisedPage(number: number, decoded: Raster, engine: Engine, hasTextLayer: boolean): Promise<Page> {
  const turn = (await engine.turnOf?.(decoded)) ?? 0;
  const page = await turned(decoded, turn);
  if (page !== decoded) release(decoded.data);
  const lines = await engine.recognise(page);
  release(page.data);
  const { width, height } = page;
  return {
    number,
    width,
    height,
    ...(turn === 0 ? {} : { turn }),
    ...(hasTextLayer ? { hasTextLayer } : {}),
    blocks: blocksOf(lines),
  };
}

/** The decoded page, or why there is none. Only decoding is caught here: a fault of the engine would meet every page. */
async function rasterOf(source: Source, index: number): Promise<Raster | Fault> {
  try {
    return await source.raster(index);
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}
