import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { MEMORY_NOTE } from './process-guard.ts';

// The thread that `guardProcess` starts.

const LOOK_MILLISECONDS = 100;

const { bytes, parent } = workerData as { readonly bytes: number; readonly parent: number };

setInterval(() => {
  const taken = process.memoryUsage.rss();
  const isAlone = process.ppid !== parent;
  if (taken <= bytes && !isAlone) return;
  if (!isAlone) writeSync(MEMORY_NOTE, `${taken}`);
  process.kill(process.pid, 'SIGKILL');
}, LOOK_MILLISECONDS);
