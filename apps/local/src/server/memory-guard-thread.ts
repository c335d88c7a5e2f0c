import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { MEMORY_NOTE } from './memory-guard.ts';

// The thread that `guardMemory` starts.

const LOOK_MILLISECONDS = 100;

const { bytes } = workerData as { readonly bytes: number };

setInterval(() => {
  const taken = process.memoryUsage.rss();
  if (taken <= bytes) return;
  writeSync(MEMORY_NOTE, `${taken}`);
  process.kill(process.pid, 'SIGKILL');
}, LOOK_MILLISECONDS);
