import { type Document, toAlto, toCsv, toHocr, toJson, toMarkdown, toText, toTextract } from '@ocr-pipeline/ocr';
import { inputMissing, jobNotFinished, resultMissing } from './faults.ts';
import { hasEnded } from './jobs.ts';
import type { DocumentReader, Job, Ports } from './ports.ts';

/**
 * The media type of each format. hOCR and ALTO have none of their own in the registry; were they served as HTML and XML, they
 * would be what a browser asks for first.
 */
export const RESULT_TYPES = {
  json: 'application/json',
  text: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
  hocr: 'text/vnd.hocr+html; charset=utf-8',
  alto: 'application/alto+xml',
  // RFC 7763
  md: 'text/markdown; charset=utf-8',
  // RFC 4180
  csv: 'text/csv; charset=utf-8',
  // What Textract itself answers with.
  textract: 'application/x-amz-json-1.1',
} as const;

export type ResultFormat = keyof typeof RESULT_TYPES;

export const RESULT_FORMATS = Object.keys(RESULT_TYPES) as readonly ResultFormat[];

const RENDERERS: Readonly<Record<Exclude<ResultFormat, 'pdf'>, (document: Document) => string>> = {
  json: toJson,
  text: toText,
  hocr: toHocr,
  alto: toAlto,
  md: toMarkdown,
  csv: toCsv,
  textract: toTextract,
};

const documentKey = (job: Job) => `results/${job.id}/document.json`;

/** Keeps the document of a job. Same input, same bytes, so a second worker on the same job writes what is there already. */
export async function storeDocument(job: Job, document: Document, { blobs }: Pick<Ports, 'blobs'>): Promise<void> {
  const bytes = new TextEncoder().encode(toJson(document));
  await blobs.write(documentKey(job), bytes, RESULT_TYPES.json);
}

/**
 * The result of a succeeded job in one format: the stored document, or what follows from it.
 *
 * Throws a Fault `job-not-finished`; `result-missing` or `input-missing` when the blobs were deleted.
 */
export async function resultOf(
  job: Job,
  format: ResultFormat,
  { blobs, reader }: Pick<Ports, 'blobs' | 'reader'>,
): Promise<Uint8Array> {
  if (!hasEnded(job)) throw jobNotFinished(job);
  const stored = await blobs.read(documentKey(job));
  if (stored === undefined) throw resultMissing(job);
  if (format === 'json') return stored;

  const input = await blobs.read(job.inputKey);
  if (input === undefined) throw inputMissing(job);
  return renderDocument(JSON.parse(new TextDecoder().decode(stored)) as Document, format, input, reader);
}

/** Keeps a result beside the document, for a client that fetches it from the blobs itself. Returns its key. */
export async function storeResult(
  job: Job,
  format: ResultFormat,
  bytes: Uint8Array,
  { blobs }: Pick<Ports, 'blobs'>,
): Promise<string> {
  if (format === 'json') return documentKey(job);
  const key = `results/${job.id}/result.${format}`;
  await blobs.write(key, bytes, RESULT_TYPES[format]);
  return key;
}

/** One format of a document, as bytes; `input` is the file that it was read from. */
export async function renderDocument(
  document: Document,
  format: ResultFormat,
  input: Uint8Array,
  reader: Pick<DocumentReader, 'searchablePdf'>,
): Promise<Uint8Array> {
  if (format === 'pdf') return reader.searchablePdf(input, document);
  return new TextEncoder().encode(RENDERERS[format](document));
}
