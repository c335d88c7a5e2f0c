import { Fault, isFault } from '@ocr-pipeline/fault';
import type { Document, EngineIdentity, Page, Reader, Reading, ReadRequest } from '@ocr-pipeline/ocr';

/** What a server asks a reader process, one question at a time: to open a document, for a page of it, for a searchable PDF. */
export type ReaderQuestion =
  | { readonly open: Uint8Array; readonly request: ReadRequest }
  | { readonly page: number }
  | { readonly pdf: Uint8Array; readonly document: Document };

/** What is known of a document that was opened. */
export interface Opened {
  readonly engine: EngineIdentity;
  readonly pageCount: number;
  readonly numbers: readonly number[];
}

export type ReaderValue = Opened | Page | Uint8Array;

export type ReaderAnswer =
  | { readonly value: ReaderValue }
  | { readonly fault: { readonly code: string; readonly message: string; readonly hint?: string } }
  | { readonly error: string };

/** Answers the questions to a reader process, in it. Never throws: what goes wrong is the answer. */
export function answering(
  reader: Pick<Reader, 'open' | 'searchablePdf'>,
): (question: ReaderQuestion) => Promise<ReaderAnswer> {
  let reading: Reading | undefined;

  const valueFor = async (question: ReaderQuestion): Promise<ReaderValue> => {
    if ('pdf' in question) return reader.searchablePdf(question.pdf, question.document);
    if ('page' in question) {
      if (reading === undefined) throw new Error('A page was asked for, and no document is open');
      return reading.page(question.page);
    }
    reading?.close();
    reading = undefined;
    reading = await reader.open(question.open, question.request);
    const { engine, pageCount, numbers } = reading;
    return { engine, pageCount, numbers };
  };

  return async (question) => {
    try {
      return { value: await valueFor(question) };
    } catch (error) {
      if (!isFault(error)) return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      const { code, message, hint } = error;
      return { fault: { code, message, ...(hint === undefined ? {} : { hint }) } };
    }
  };
}

/** What an answer means to the server: a value, a Fault to throw, or an error to throw. */
export function valueOf(received: ReaderAnswer): ReaderValue {
  if ('value' in received) return received.value;
  if ('error' in received) throw new Error(`in the reader process: ${received.error}`);
  const { code, message, hint } = received.fault;
  throw new Fault(code, message, hint === undefined ? {} : { hint });
}
