import type { Clock, DocumentReader, Ports, UploadSigner } from '../ports.ts';
import { memoryBlobStore } from './blob-store.ts';
import { type MemoryJobQueue, memoryJobQueue } from './job-queue.ts';
import { memoryJobStore } from './job-store.ts';
import { memoryUploadStore } from './upload-store.ts';

export interface MemoryPorts extends Ports {
  readonly queue: MemoryJobQueue;
}

/** Everything in memory, for tests and trials: nothing survives the process, and the presigned request leads nowhere. */
export function memoryPorts(reader: DocumentReader, clock: Clock = { now: () => new Date() }): MemoryPorts {
  return {
    uploads: memoryUploadStore(),
    jobs: memoryJobStore(),
    blobs: memoryBlobStore(),
    queue: memoryJobQueue(),
    signer: memorySigner,
    reader,
    clock,
  };
}

const memorySigner: UploadSigner = {
  async sign({ key, contentType, size, sha256 }) {
    return {
      method: 'PUT',
      url: `memory:${key}`,
      headers: {
        'content-type': contentType,
        'content-length': String(size),
        'if-none-match': '*',
        ...(sha256 === undefined ? {} : { 'x-amz-checksum-sha256': sha256 }),
      },
    };
  },
};
