import { checkPageRanges, type ReadMode } from '@ocr-pipeline/ocr';
import { idempotencyKeyReused, jobUnknown, uploadIncomplete, uploadUnknown } from './faults.ts';
import { idOfIdempotencyKey, isId, newId } from './ids.ts';
import type { Job, Ports } from './ports.ts';

export interface JobRequest {
  readonly uploadId: string;
  /** By default `auto`. */
  readonly mode?: ReadMode | undefined;
  /** By default all. */
  readonly pages?: string | undefined;
  /** A repeated request with the same key leads to the same job. */
  readonly idempotencyKey: string | undefined;
}

/**
 * Stores a job and sends it to the queue. Safe to repeat with the same idempotency key: the job's id is derived from it, and a
 * job that never reached the queue is sent again.
 *
 * Throws a Fault `upload-unknown`, `upload-incomplete`, `bad-page-ranges` or `idempotency-key-reused`.
 */
export async function startJob(
  { uploadId, mode = 'auto', pages, idempotencyKey }: JobRequest,
  { uploads, jobs, blobs, queue, clock }: Pick<Ports, 'uploads' | 'jobs' | 'blobs' | 'queue' | 'clock'>,
): Promise<Job> {
  if (pages !== undefined) checkPageRanges(pages);
  const upload = isId(uploadId) ? await uploads.get(uploadId) : undefined;
  if (upload === undefined) throw uploadUnknown(uploadId);
  if ((await blobs.size(upload.key)) === undefined) throw uploadIncomplete(upload);

  const now = clock.now().toISOString();
  const fresh: Job = {
    id: idempotencyKey === undefined ? newId(clock) : idOfIdempotencyKey(idempotencyKey),
    uploadId: upload.id,
    inputKey: upload.key,
    contentType: upload.contentType,
    mode,
    pages,
    status: 'queued',
    createdAt: now,
    updatedAt: now,
    attempts: 0,
    pagesDone: 0,
    pagesTotal: undefined,
    problem: undefined,
    revision: 1,
  };
  const job = (await jobs.create(fresh)) ? fresh : await findJob(fresh.id, { jobs });
  if (!isSameRequest(job, fresh)) throw idempotencyKeyReused(job, fresh);
  if (!hasEnded(job)) await queue.send(job.id);
  return job;
}

function isSameRequest(one: Job, other: Job): boolean {
  return one.uploadId === other.uploadId && one.mode === other.mode && one.pages === other.pages;
}

/** Throws a Fault `job-unknown`. */
export async function findJob(id: string, { jobs }: Pick<Ports, 'jobs'>): Promise<Job> {
  const job = isId(id) ? await jobs.get(id) : undefined;
  if (job === undefined) throw jobUnknown(id);
  return job;
}

export function hasEnded(job: Job): boolean {
  return job.status === 'succeeded' || job.status === 'failed';
}

/** What a worker may change of a job. */
export type JobChange = Partial<Pick<Job, 'status' | 'attempts' | 'pagesDone' | 'pagesTotal' | 'problem'>>;

/**
 * Changes a job that has not ended, against whatever other writers do meanwhile. An ended job is final: it comes back as it is.
 * Undefined when there is no such job.
 */
export async function changeJob(
  id: string,
  change: (job: Job) => JobChange,
  { jobs, clock }: Pick<Ports, 'jobs' | 'clock'>,
): Promise<Job | undefined> {
  for (;;) {
    const job = await jobs.get(id);
    if (job === undefined || hasEnded(job)) return job;
    const changed = { ...job, ...change(job), updatedAt: clock.now().toISOString(), revision: job.revision + 1 };
    if (await jobs.replace(changed)) return changed;
  }
}
