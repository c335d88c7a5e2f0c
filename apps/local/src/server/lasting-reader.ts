import type { Document, Page, ReadRequest } from '@ocr-pipeline/ocr';
import { type ReaderChild, startReaderChild } from './reader-child.ts';
import type { Opened, ReaderQuestion, ReaderValue } from './reader-messages.ts';

/** A document as it is sent to a process. */
export interface SentDocument {
  readonly bytes: Uint8Array;
  readonly request: ReadRequest;
}

/**
 * A reader process that lasts: it is started when it is first asked, and anew after it died. One question at a time; each throws
 * what the process answers with, and a `ReaderDeath` when it ends instead or is silent for `seconds`.
 */
export interface LastingReader {
  open(document: SentDocument, seconds: number): Promise<Opened>;
  /** Reads a page. The document is opened first where another is open, or none. */
  page(document: SentDocument, number: number, seconds: number): Promise<Page>;
  searchablePdf(bytes: Uint8Array, document: Document, seconds: number): Promise<Uint8Array>;
  /** Ends the process. It cannot be asked afterwards. */
  close(): Promise<void>;
}

export function lastingReader(program: string, args: readonly string[]): LastingReader {
  let child: ReaderChild | undefined;
  let opened: SentDocument | undefined;
  let isClosed = false;

  const ask = async (question: ReaderQuestion, seconds: number): Promise<ReaderValue> => {
    if (isClosed) throw new Error('the reader is closed');
    if (child?.isAlive !== true) child = startReaderChild(program, args);
    return child.ask(question, seconds);
  };
  const open = async (document: SentDocument, seconds: number) => {
    opened = undefined;
    const answer = (await ask({ open: document.bytes, request: document.request }, seconds)) as Opened;
    opened = document;
    return answer;
  };

  return {
    open,
    async page(document, number, seconds) {
      if (opened !== document || child?.isAlive !== true) await open(document, seconds);
      return (await ask({ page: number }, seconds)) as Page;
    },
    searchablePdf: async (bytes, document, seconds) => (await ask({ pdf: bytes, document }, seconds)) as Uint8Array,
    async close() {
      isClosed = true;
      await child?.end();
    },
  };
}
