import type { Document } from './document.ts';
import type { Engine } from './engine.ts';
import { openPpOcr } from './engines/pp-ocr.ts';
import { searchablePdf } from './exports/searchable-pdf.ts';
import { readDocument } from './read-document.ts';

/** Reads documents one after another. */
export interface Reader {
  /** Reads every page. Throws a Fault for input that can never be read. */
  read(bytes: Uint8Array): Promise<Document>;
  /** The input with its text searchable over it. Throws the Faults of `searchablePdf`. */
  searchablePdf(bytes: Uint8Array, document: Document): Promise<Uint8Array>;
  /** Frees the models. The reader cannot be used afterwards. */
  close(): Promise<void>;
}

/** A reader with PP-OCR. The models are loaded at the first read. */
export function createReader(): Reader {
  let engine: Promise<Engine> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    read(bytes) {
      const reading = turn.then(async () => {
        engine ??= openPpOcr();
        return readDocument(bytes, { engine: await engine });
      });
      // The next one waits for this one to end, well or not; who asked for this one hears how it ended.
      turn = reading.catch(() => undefined);
      return reading;
    },
    searchablePdf,
    async close() {
      await turn;
      await (await engine)?.close();
    },
  };
}
