import type { Document, OnPage, ReadMode, ReadRequest } from '@ocr-pipeline/ocr';

/**
 * What the service needs from the world. Each port has one contract suite in `contracts/`, and every adapter (embedded, AWS)
 * runs it. An adapter throws a Fault only for what is final; an outage travels as it is and is retried.
 */

/** One file on its way in. */
export interface Upload {
  readonly id: string;
  /** Where the bytes will lie in the blob store; chosen by the service, never by the client. */
  readonly key: string;
  readonly contentType: string;
  /** Bytes, exactly: the presigned request enforces it. */
  readonly size: number;
  /** Base64 of the SHA-256, as S3's `x-amz-checksum-sha256` takes it. */
  readonly sha256: string | undefined;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
}

export type JobStatus = 'queued' | 'processing' | 'succeeded' | 'failed';

/** One request to read an upload. */
export interface Job {
  readonly id: string;
  readonly uploadId: string;
  readonly inputKey: string;
  /** What the upload was declared as. */
  readonly contentType: string;
  /** What becomes of text that a PDF has itself. */
  readonly mode: ReadMode;
  /** The pages to read, such as `1-3,7`; undefined for all. */
  readonly pages: string | undefined;
  readonly status: JobStatus;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** How often a worker began it; more than one after a crash or a retry. */
  readonly attempts: number;
  /** Written now and then, so that a page or two more may have been read. */
  readonly pagesDone: number;
  /** Known once the input was opened. */
  readonly pagesTotal: number | undefined;
  /** Set when status is `failed`. */
  readonly problem: JobProblem | undefined;
  /** Raised by one on each write; a write that names an older one is refused. */
  readonly revision: number;
}

export interface JobProblem {
  readonly code: string;
  readonly detail: string;
  /** The next step, as a sentence. */
  readonly hint?: string;
}

export interface UploadStore {
  put(upload: Upload): Promise<void>;
  get(id: string): Promise<Upload | undefined>;
}

export interface JobStore {
  /** Stores a new job; false when one with this id exists. */
  create(job: Job): Promise<boolean>;
  get(id: string): Promise<Job | undefined>;
  /** Stores `job` if the stored revision is `job.revision - 1`; false when another writer was first or there is no such job. */
  replace(job: Job): Promise<boolean>;
}

/** Bytes by key. Keys are made by the service: lower-case letters, digits, `/`, `-` and `.`. */
export interface BlobStore {
  read(key: string): Promise<Uint8Array | undefined>;
  /** Bytes of a stored blob; undefined when there is none. */
  size(key: string): Promise<number | undefined>;
  /** Whole or not at all: a reader never sees half a blob. */
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
}

/** A request that the client sends exactly as given, within the time given. */
export interface PresignedRequest {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface UploadSigner {
  /** Signs content-type, content-length, if-none-match and, where known, x-amz-checksum-sha256. */
  sign(upload: Upload): Promise<PresignedRequest>;
}

/** Delivers each job id at least once, and again when its worker dies. */
export interface JobQueue {
  send(jobId: string): Promise<void>;
}

export interface DocumentReader {
  /** Reads every page that is asked for. Throws a Fault for input that can never be read. */
  read(bytes: Uint8Array, request?: ReadRequest, onPage?: OnPage): Promise<Document>;
  /** The input as a searchable PDF: the pages as they are, the document's text invisible over them. */
  searchablePdf(bytes: Uint8Array, document: Document): Promise<Uint8Array>;
}

export interface Clock {
  now(): Date;
}

export interface Ports {
  readonly uploads: UploadStore;
  readonly jobs: JobStore;
  readonly blobs: BlobStore;
  readonly signer: UploadSigner;
  readonly queue: JobQueue;
  readonly reader: DocumentReader;
  readonly clock: Clock;
}
