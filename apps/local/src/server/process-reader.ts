import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  collectPages,
  type Document,
  failedPage,
  type OnPage,
  type Page,
  type ReaderOptions,
  type ReadRequest,
} from '@ocr-pipeline/ocr';
import type { DocumentReader } from '@ocr-pipeline/pipeline';
import { documentMemory, documentTimeout, pageCrash, pageMemory, pageTimeout } from './faults.ts';
import { type ReaderChild, ReaderDeath, startReaderChild } from './reader-child.ts';
import type { Opened, ReaderQuestion, ReaderValue } from './reader-messages.ts';

export interface ProcessReader extends DocumentReader {
  /** Ends the process. The reader cannot be used afterwards. */
  close(): Promise<void>;
}

/** What one page may take. It is read in a process that can be stopped, so that these hold whatever the page does. */
export interface PageLimits {
  readonly pageSeconds: number;
  /** Of the whole process, models and all: a page of A4 takes 600 MB, one of 100 megapixels 1 GB. */
  readonly pageMemoryBytes: number;
}

export const PAGE_LIMITS: PageLimits = { pageSeconds: 120, pageMemoryBytes: 2 * 1024 ** 3 };

/** Beside this file, whether it runs from TypeScript or from what was built of it. */
const READER_PROCESS = fileURLToPath(new URL(`reader-process${extname(import.meta.url)}`, import.meta.url));

/** How often a page, or the opening of a document, is begun before it is given up: a process may have died of another cause. */
const ATTEMPTS = 2;

/**
 * Reads in a process of its own, so that the server answers while a page is read, and lives on when a page kills its reader or
 * never ends: that page fails with `page-timeout`, `page-memory` or `page-crash`, and a new process reads the next. The process
 * starts with the first read. Documents are read one after another.
 */
export function processReader(
  options: ReaderOptions,
  limits: PageLimits = PAGE_LIMITS,
  program: string = READER_PROCESS,
): ProcessReader {
  const args = [JSON.stringify(options), String(limits.pageMemoryBytes)];
  let child: ReaderChild | undefined;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  const ask = async (question: ReaderQuestion, seconds: number): Promise<ReaderValue> => {
    if (isClosed) throw new Error('the reader is closed');
    if (child?.isAlive !== true) child = startReaderChild(program, args);
    return child.ask(question, seconds);
  };
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const working = last.then(work);
    last = working.catch(() => undefined);
    return working;
  };

  return {
    read: (bytes, request = {}, onPage) =>
      inTurn(() => readDocument(bytes, request, { limits, ask, isOpen: () => child?.isAlive === true, onPage })),
    searchablePdf: (bytes, document) =>
      inTurn(async () => {
        const seconds = limits.pageSeconds * document.pages.length;
        return (await attempt(
          'made searchable',
          () => ask({ pdf: bytes, document }, seconds),
          seconds,
          limits,
        )) as Uint8Array;
      }),
    async close() {
      isClosed = true;
      await child?.end();
    },
  };
}

interface Asking {
  readonly limits: PageLimits;
  ask(question: ReaderQuestion, seconds: number): Promise<ReaderValue>;
  /** Whether the process that opened the document is still there. */
  isOpen(): boolean;
  readonly onPage: OnPage | undefined;
}

async function readDocument(
  bytes: Uint8Array,
  request: ReadRequest,
  { limits, ask, isOpen, onPage }: Asking,
): Promise<Document> {
  const open = () => ask({ open: bytes, request }, limits.pageSeconds);
  const opened = (await attempt('opened', open, limits.pageSeconds, limits)) as Opened;
  const page = async (number: number) => {
    if (!isOpen()) await open();
    return (await ask({ page: number }, limits.pageSeconds)) as Page;
  };
  return collectPages(opened, (number) => readPage(number, limits, () => page(number)), onPage);
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
async function attempt(
  step: 'opened' | 'made searchable',
  work: () => Promise<ReaderValue>,
  seconds: number,
  { pageMemoryBytes }: PageLimits,
): Promise<ReaderValue> {
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
