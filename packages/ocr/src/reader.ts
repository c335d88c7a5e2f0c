import type { Document } from './document.ts';
import type { Engine } from './engine.ts';
import { openPpOcr, type PpOcrOptions } from './engines/pp-ocr.ts';
import { searchablePdf } from './exports/searchable-pdf.ts';
import { readDocument, type ReadMode } from './read-document.ts';

/**
 * Reads documents one after another, on the calling thread: it does little else while a page is read. Who needs several at a
 * time runs several readers, each in its own process.
 */
export interface Reader {
  /** Reads every page. Throws a Fault for input that can never be read. */
  read(bytes: Uint8Array): Promise<Document>;
  /** The input with its text searchable over it. Throws the Faults of `searchablePdf`. */
  searchablePdf(bytes: Uint8Array, document: Document): Promise<Uint8Array>;
  /** Waits for what is being read, then frees the models. The reader cannot be used afterwards. */
  close(): Promise<void>;
}

export type ReaderOptions = PpOcrOptions & {
  /** What becomes of text that a PDF has itself; by default `auto`. */
  readonly mode?: ReadMode;
};

/** A reader with PP-OCR. Which models it reads with is for the caller to say; they are loaded at the first read. */
export function createReader({ mode = 'auto', ...options }: ReaderOptions): Reader {
  let opening: Promise<Engine> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const engine = async (): Promise<Engine> => {
    opening ??= openPpOcr(options);
    try {
      return await opening;
    } catch (error) {
      // What failed once may succeed later: a disk that was away is back.
      opening = undefined;
      throw error;
    }
  };

  return {
    read(bytes) {
      const reading = last.then(async () => readDocument(bytes, { engine: await engine(), mode }));
      // The next one waits for this one to end, well or not; who asked for this one hears how it ended.
      last = reading.catch(() => undefined);
      return reading;
    },
    searchablePdf,
    async close() {
      await last;
      await (await opening)?.close();
    },
  };
}
