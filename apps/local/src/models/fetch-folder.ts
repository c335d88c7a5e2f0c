import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PREFIX = '.fetching-';

/** Nothing is fetched for longer: what is older was left by a process that was killed. */
const ABANDONED_AFTER_MILLISECONDS = 24 * 60 * 60 * 1000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Works in a folder of its own inside of `folder`, on the same disk, so that files can be renamed out of it. It is gone
 * afterwards, however the work ends, and when the process is asked to end in the middle.
 */
export async function inFetchFolder(folder: string, work: (temporary: string) => Promise<void>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  removeAbandoned(folder);
  const temporary = mkdtempSync(join(folder, PREFIX));
  const remove = () => rmSync(temporary, { recursive: true, force: true });
  const end = (signal: NodeJS.Signals) => {
    remove();
    // This handler is gone by now: unless somebody else listens, the signal does what it would have done.
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, end);
  try {
    await work(temporary);
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
    remove();
  }
}

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const left = name.startsWith(PREFIX) ? statSync(path, { throwIfNoEntry: false })?.mtimeMs : undefined;
    if (left === undefined || Date.now() - left < ABANDONED_AFTER_MILLISECONDS) continue;
    rmSync(path, { recursive: true, force: true });
  }
}
