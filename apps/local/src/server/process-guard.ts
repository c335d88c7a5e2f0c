import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Where a process says that it takes too much memory: a pipe beside stdin, stdout, stderr and the channel of its questions. */
export const MEMORY_NOTE = 4;

/**
 * Ends this process when it takes more than `bytes` of memory, models and all, and says so on {@link MEMORY_NOTE} first; and when
 * the process that started it is gone, which a page that never ends would not let it hear. A thread of its own looks, since the
 * others are busy when it matters.
 */
export function guardProcess(bytes: number): void {
  const thread = new URL(`process-guard-thread${extname(import.meta.url)}`, import.meta.url);
  new Worker(thread, { workerData: { bytes, parent: process.ppid } }).unref();
}
