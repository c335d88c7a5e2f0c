import { newId } from '../ids.ts';
import type { Job, Upload } from '../ports.ts';

/** New ids each time, so that suites can share one store. */
export function sampleJob(changes: Partial<Job> = {}): Job {
  return {
    id: sampleId(),
    uploadId: sampleId(),
    inputKey: 'uploads/a',
    contentType: 'image/png',
    mode: 'auto',
    pages: undefined,
    status: 'queued',
    createdAt: '2026-01-31T12:00:00.000Z',
    updatedAt: '2026-01-31T12:00:00.000Z',
    attempts: 0,
    pagesDone: 0,
    pagesTotal: undefined,
    problem: undefined,
    revision: 1,
    ...changes,
  };
}

export function sampleUpload(changes: Partial<Upload> = {}): Upload {
  const id = sampleId();
  return {
    id,
    key: `uploads/${id}`,
    contentType: 'image/png',
    size: 1234,
    sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    createdAt: '2026-01-31T12:00:00.000Z',
    expiresAt: '2026-01-31T12:10:00.000Z',
    ...changes,
  };
}

export function sampleId(): string {
  return newId({ now: () => new Date() });
}
