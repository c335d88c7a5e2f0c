import { type JobPorts, runJob } from '@ocr-pipeline/pipeline';
import type { Claim, LeasedJobQueue } from '../store/job-queue.ts';

/** How often an idle worker looks by itself: for messages whose delay or lease ended, of which nobody tells. */
const POLL_MILLISECONDS = 1000;
const FIRST_DELAY_MILLISECONDS = 1000;
const LONGEST_DELAY_MILLISECONDS = 60_000;

export interface WorkerPoolOptions {
  readonly queue: LeasedJobQueue;
  /** One set of ports for each worker. */
  readonly workers: readonly JobPorts[];
  readonly leaseMilliseconds: number;
  readonly reportError: (error: unknown, jobId: string) => void;
}

export interface WorkerPool {
  /** Takes no more jobs, and waits until those in hand have ended. */
  stop(): Promise<void>;
}

/** Runs jobs from the queue until stopped. A job that throws is given back, and waits longer each time. */
export function startWorkerPool({ queue, workers, leaseMilliseconds, reportError }: WorkerPoolOptions): WorkerPool {
  const idle = new Set<() => void>();
  const stopping = new AbortController();
  const wakeAll = () => {
    for (const wake of idle) wake();
  };
  queue.onSend(wakeAll);

  const sleep = () =>
    new Promise<void>((resolve) => {
      const wake = () => {
        idle.delete(wake);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(wake, POLL_MILLISECONDS);
      idle.add(wake);
    });

  const work = async (ports: JobPorts) => {
    while (!stopping.signal.aborted) {
      try {
        const claim = queue.claim();
        if (claim === undefined) await sleep();
        else await runClaim(claim, ports);
      } catch (error) {
        // The queue itself failed, as on a full disk: a worker that ended here would never come back.
        reportError(error, 'queue');
        await sleep();
      }
    }
  };

  const runClaim = async (claim: Claim, ports: JobPorts) => {
    // Three beats to a lease: a late one is no death.
    const heartbeat = setInterval(() => claim.keepAlive(), leaseMilliseconds / 3);
    try {
      await runJob(claim.jobId, ports);
      claim.complete();
    } catch (error) {
      reportError(error, claim.jobId);
      claim.release(Math.min(FIRST_DELAY_MILLISECONDS * 2 ** (claim.deliveries - 1), LONGEST_DELAY_MILLISECONDS));
    } finally {
      clearInterval(heartbeat);
    }
  };

  const ended = Promise.all(workers.map(work));

  return {
    async stop() {
      stopping.abort();
      wakeAll();
      await ended;
    },
  };
}
