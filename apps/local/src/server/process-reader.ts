import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Document, failedPage, type OnPage, type Page, type ReaderOptions } from '@ocr-pipeline/ocr';
import type { DocumentReader } from '@ocr-pipeline/pipeline';
import { collectByMany } from './collect-by-many.ts';
import { documentMemory, documentTimeout, pageCrash, pageMemory, pageTimeout } from './faults.ts';
import { type LastingReader, lastingReader, type SentDocument } from './lasting-reader.ts';
import { type Pool, poolOf } from './pool.ts';
import { ReaderDeath } from './reader-child.ts';

export interface ProcessReader extends DocumentReader {
  /** Ends the processes. The reader cannot be used afterwards. */
  close(): Promise<void>;
}

/** What one page may take. It is read in a process that can be stopped, so that these hold whatever the page does. */
export interface PageLimits {
  readonly pageSeconds: number;
  /** Of the whole process, models and all: a page of A4 takes 600 MB, one of 100 megapixels 1 GB. */
  readonly pageMemoryBytes: number;
}

/** Seconds of a clock: a page of print takes one to three, one of 100 megapixels twenty, and a machine may have much else to do. */
export const PAGE_LIMITS: PageLimits = { pageSeconds: 300, pageMemoryBytes: 2 * 1024 ** 3 };

/** Beside this file, whether it runs from TypeScript or from what was built of it. */
const READER_PROCESS = fileURLToPath(new URL(`reader-process${extname(import.meta.url)}`, import.meta.url));

/** How often a page, or the opening of a document, is begun before it is given up: a process may have died of another cause. */
const ATTEMPTS = 2;

/** Each process holds the models for itself, and 0.5 GB while it reads a page of A4. */
const DEFAULT_PROCESSES_AT_MOST = 4;

/** One for each core, up to 4. */
export function defaultProcesses(): number {
  return Math.min(availableParallelism(), DEFAULT_PROCESSES_AT_MOST);
}

export interface ProcessReaderOptions {
  /** How many documents and pages are read at the same time; by default one. A process starts when there is work for it. */
  readonly processes?: number;
  readonly limits?: PageLimits;
  readonly program?: string;
}

/**
 * Reads in processes of its own, so that the server answers while a page is read, and lives on when a page kills its reader or
 * never ends: that page fails with `page-timeout`, `page-memory` or `page-crash`, and a new process reads the next. The pages of
 * one document are read by all processes that no other document needs.
 */
export function processReader(
  options: ReaderOptions,
  { processes = 1, limits = PAGE_LIMITS, program = READER_PROCESS }: ProcessReaderOptions = {},
): ProcessReader {
  const args = [JSON.stringify(options), String(limits.pageMemoryBytes)];
  const all = Array.from({ length: processes }, () => lastingReader(program, args));
  const pool = poolOf(all);
  const withOne = async <Value>(work: (mine: LastingReader) => Promise<Value>): Promise<Value> => {
    const mine = await pool.take();
    try {
      return await work(mine);
    } finally {
      pool.giveBack(mine);
    }
  };

  return {
    read: (bytes, request = {}, onPage) =>
      withOne((mine) => readDocument({ bytes, request }, { mine, pool }, limits, onPage)),
    searchablePdf: (bytes, document) =>
      withOne((mine) => {
        const seconds = limits.pageSeconds * document.pages.length;
        return attempt('made searchable', () => mine.searchablePdf(bytes, document, seconds), seconds, limits);
      }),
    async close() {
      await Promise.all(all.map((each) => each.close()));
    },
  };
}

async function readDocument(
  document: SentDocument,
  crew: { readonly mine: LastingReader; readonly pool: Pool<LastingReader> },
  limits: PageLimits,
  onPage: OnPage | undefined,
): Promise<Document> {
  const { pageSeconds } = limits;
  const opened = await attempt('opened', () => crew.mine.open(document, pageSeconds), pageSeconds, limits);
  const read = (reader: LastingReader, number: number) =>
    readPage(number, limits, () => reader.page(document, number, pageSeconds));
  return collectByMany(opened, crew, read, onPage);
}

/** Reads one page; one that ends its process is a failed page. A slow one would be slow again, anything else is tried once more. */
async function readPage(number: number, limits: PageLimits, read: () => Promise<Page>): Promise<Page> {
  for (let tried = 1; ; tried++) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ReaderDeath)) throw error;
      if (error.of === 'time') return failedPage(number, pageTimeout(number, limits.pageSeconds));
      if (tried < ATTEMPTS) continue;
      const { of, message } = error;
      return failedPage(
        number,
        of === 'memory' ? pageMemory(number, limits.pageMemoryBytes) : pageCrash(number, message),
      );
    }
  }
}

/** Does what concerns a whole document. A death that has no cause that is known is no Fault: the queue tries again, later. */
async function attempt<Value>(
  step: 'opened' | 'made searchable',
  work: () => Promise<Value>,
  seconds: number,
  { pageMemoryBytes }: PageLimits,
): Promise<Value> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ReaderDeath)) throw error;
      if (error.of === 'time') throw documentTimeout(step, seconds);
      if (tried < ATTEMPTS) continue;
      throw error.of === 'memory' ? documentMemory(step, pageMemoryBytes) : error;
    }
  }
}
