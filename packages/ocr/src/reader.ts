import type { Document } from './document.ts';
import type { Engine } from './engine.ts';
import { type EngineOptions, openEngine } from './engines/open-engine.ts';
import { searchablePdf } from './exports/searchable-pdf.ts';
import { type OnPage, openReading, readDocument, type Reading, type ReadRequest } from './read-document.ts';

/**
 * Reads documents one after another, on the calling thread: it does little else while a page is read. Who needs several at a
 * time runs several readers, each in its own process.
 */
export interface Reader {
  /** Reads every page that is asked for. Throws a Fault for input that can never be read. */
  read(bytes: Uint8Array, request?: ReadRequest, onPage?: OnPage): Promise<Document>;
  /** Opens a document to be read page by page, one page at a time. Throws the Faults of `openReading`. */
  open(bytes: Uint8Array, request?: ReadRequest): Promise<Reading>;
  /** The input with its text searchable over it. Throws the Faults of `searchablePdf`. */
  searchablePdf(bytes: Uint8Array, document: Document): Promise<Uint8Array>;
  /** Waits for what is being read, then frees the models. The reader cannot be used afterwards. */
  close(): Promise<void>;
}

export type ReaderOptions = EngineOptions;

/** A reader with PP-OCR or the engine that is named. Which models it reads with is for the caller to say; they are loaded at the first read. */
export function createReader(options: ReaderOptions): Reader {
  let opening: Promise<Engine> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const engine = async (): Promise<Engine> => {
    opening ??= openEngine(options);
    try {
      return await opening;
    } catch (error) {
      // What failed once may succeed later: a disk that was away is back.
      opening = undefined;
      throw error;
    }
  };

  return {
    read(bytes, request = {}, onPage) {
      const reading = last.then(async () => readDocument(bytes, { ...request, engine: await engine() }, onPage));
      // The next one waits for this one to end, well or not; who asked for this one hears how it ended.
      last = reading.catch(() => undefined);
      return reading;
    },
    open: async (bytes, request = {}) => openReading(bytes, { ...request, engine: await engine() }),
    searchablePdf,
    async close() {
      await last;
      await (await opening)?.close();
    },
  };
}
