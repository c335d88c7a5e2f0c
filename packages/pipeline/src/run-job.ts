import { type Fault, isFault } from '@ocr-pipeline/fault';
import type { OnPage } from '@ocr-pipeline/ocr';
import { attemptsExhausted, inputMissing, jobTimeout } from './faults.ts';
import { changeJob, hasEnded, type JobChange } from './jobs.ts';
import { JOB_ATTEMPTS } from './limits.ts';
import type { Job, Ports } from './ports.ts';
import { storeDocument } from './results.ts';

const PROGRESS_MILLISECONDS = 1000;

/** A page may take longer than any before it, and the document has to be stored. */
const PAGES_IN_RESERVE = 2;

export type JobPorts = Pick<Ports, 'jobs' | 'blobs' | 'reader' | 'clock'>;

/** `unknown`: there is no such job (it was deleted); the message that named it can be dropped. */
export type JobOutcome = 'succeeded' | 'failed' | 'unknown';

/**
 * Runs one job to its end. The one place that decides what is final and what is tried again:
 *
 * - A Fault will fail the same way next time, so the job ends as failed with its code.
 * - Anything else is thrown: the queue delivers the job again. The fifth time, the job ends as `attempts-exhausted` first.
 * - A job whose worker was killed is still `processing`; when the queue delivers it again, it is begun again.
 *
 * A job that will not end before `until`, when its worker is stopped, ends as `job-timeout` while there is time to say so.
 *
 * Safe to call twice, also at the same time: queues deliver at least once. An ended job is never changed.
 */
export async function runJob(id: string, ports: JobPorts, until?: Date): Promise<JobOutcome> {
  const job = await changeJob(id, begin, ports);
  if (job === undefined || hasEnded(job)) return outcomeOf(job);
  try {
    return outcomeOf(await changeJob(id, succeeded(await readPages(job, ports, until)), ports));
  } catch (error) {
    if (isFault(error)) return outcomeOf(await changeJob(id, () => failed(error), ports));
    if (job.attempts >= JOB_ATTEMPTS) await changeJob(id, exhausted, ports);
    throw error;
  }
}

function begin(job: Job): JobChange {
  // Only a worker that was killed without a word leaves a job with all its attempts used and no end.
  if (job.attempts >= JOB_ATTEMPTS) return exhausted(job);
  return { status: 'processing', attempts: job.attempts + 1, pagesDone: 0 };
}

/** Reads the job's input and stores its document. Returns the number of pages. */
async function readPages(job: Job, ports: JobPorts, until: Date | undefined): Promise<number> {
  const { blobs, reader } = ports;
  const bytes = await blobs.read(job.inputKey);
  if (bytes === undefined) throw inputMissing(job);
  const { mode, pages, contentType } = job;
  const asked = { mode, declaredType: contentType, ...(pages === undefined ? {} : { pages }) };
  const [progress, time] = [progressOf(job.id, ports), timeLimit(job, ports, until)];
  const document = await reader.read(bytes, asked, async (done, total) => {
    time(done, total);
    await progress(done, total);
  });
  await storeDocument(job, document, { blobs });
  return document.pages.length;
}

/**
 * How far the job is, written at most once a second. The last page is not: it is the end that says so. What cannot be written, by a
 * store that is busy, is left to the next time: the pages are read all the same, and the end is what has to be stored.
 */
function progressOf(id: string, ports: JobPorts): OnPage {
  let written = Number.NEGATIVE_INFINITY;
  return async (pagesDone, pagesTotal) => {
    const now = ports.clock.now().getTime();
    if (pagesDone === pagesTotal || now - written < PROGRESS_MILLISECONDS) return;
    written = now;
    await changeJob(id, () => ({ pagesDone, pagesTotal }), ports).catch(() => undefined);
  };
}

/** Throws a Fault `job-timeout` when the next page would not be read in time. */
function timeLimit(
  { pages }: Job,
  { clock }: JobPorts,
  until: Date | undefined,
): (done: number, total: number) => void {
  if (until === undefined) return () => undefined;
  let before = clock.now().getTime();
  let longest = 0;
  return (done, total) => {
    const now = clock.now().getTime();
    longest = Math.max(longest, now - before);
    before = now;
    const isLate = now + longest * PAGES_IN_RESERVE > until.getTime();
    if (isLate && done > 0 && done < total) throw jobTimeout(done, total, pages);
  };
}

function succeeded(pages: number): () => JobChange {
  return () => ({ status: 'succeeded', pagesDone: pages, pagesTotal: pages });
}

function failed({ code, message, hint }: Fault): JobChange {
  return { status: 'failed', problem: { code, detail: message, ...(hint === undefined ? {} : { hint }) } };
}

function exhausted(job: Job): JobChange {
  return failed(attemptsExhausted(job));
}

function outcomeOf(job: Job | undefined): JobOutcome {
  if (job === undefined) return 'unknown';
  return job.status === 'succeeded' ? 'succeeded' : 'failed';
}
