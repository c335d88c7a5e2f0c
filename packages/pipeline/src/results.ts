import type { Document } from '@ocr-pipeline/ocr';
import { toJson, toText } from './document-text.ts';
import { inputMissing, jobNotFinished, resultMissing } from './faults.ts';
import { hasEnded } from './jobs.ts';
import type { Job, Ports } from './ports.ts';

export const RESULT_TYPES = {
  json: 'application/json',
  text: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
} as const;

export type ResultFormat = keyof typeof RESULT_TYPES;

export const RESULT_FORMATS = Object.keys(RESULT_TYPES) as readonly ResultFormat[];

const documentKey = (job: Job) => `results/${job.id}/document.json`;

/** Keeps the document of a job. Same input, same bytes, so a second worker on the same job writes what is there already. */
export async function storeDocument(job: Job, document: Document, { blobs }: Pick<Ports, 'blobs'>): Promise<void> {
  await blobs.write(documentKey(job), new TextEncoder().encode(toJson(document)), RESULT_TYPES.json);
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

  const document = JSON.parse(new TextDecoder().decode(stored)) as Document;
  if (format === 'text') return new TextEncoder().encode(toText(document));

  const input = await blobs.read(job.inputKey);
  if (input === undefined) throw inputMissing(job);
  return reader.searchablePdf(input, document);
}
