import { Fault, isFault } from '@ocr-pipeline/fault';
import type { Document } from '@ocr-pipeline/ocr';
import type { DocumentReader } from '@ocr-pipeline/pipeline';

/** What a server asks a reader process. With a document, the question is for the searchable PDF of it. */
export interface ReaderQuestion {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly document?: Document;
}

export type ReaderAnswer =
  | { readonly id: number; readonly value: Document | Uint8Array }
  | { readonly id: number; readonly fault: { readonly code: string; readonly message: string; readonly hint?: string } }
  | { readonly id: number; readonly error: string };

/** Answers one question in the reader process. Never throws: what goes wrong is the answer. */
export async function answer({ id, bytes, document }: ReaderQuestion, reader: DocumentReader): Promise<ReaderAnswer> {
  try {
    const value = document === undefined ? await reader.read(bytes) : await reader.searchablePdf(bytes, document);
    return { id, value };
  } catch (error) {
    if (!isFault(error)) return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    const { code, message, hint } = error;
    return { id, fault: { code, message, ...(hint === undefined ? {} : { hint }) } };
  }
}

/** What an answer means to the server: a value, a Fault to throw, or an error to throw. */
export function valueOf(received: ReaderAnswer): Document | Uint8Array {
  if ('value' in received) return received.value;
  if ('error' in received) throw new Error(`in the reader process: ${received.error}`);
  const { code, message, hint } = received.fault;
  throw new Fault(code, message, hint === undefined ? {} : { hint });
}
