import type { JobQueue } from '../ports.ts';

export interface MemoryJobQueue extends JobQueue {
  /** The oldest message that nobody holds; undefined when there is none. */
  take(): MemoryDelivery | undefined;
}

export interface MemoryDelivery {
  readonly jobId: string;
  complete(): void;
  /** Gives the message back, as a queue does when its worker dies. */
  abandon(): void;
}

export function memoryJobQueue(): MemoryJobQueue {
  const waiting: string[] = [];
  return {
    async send(jobId) {
      waiting.push(jobId);
    },
    take() {
      const jobId = waiting.shift();
      if (jobId === undefined) return undefined;
      return { jobId, complete: () => undefined, abandon: () => void waiting.unshift(jobId) };
    },
  };
}
