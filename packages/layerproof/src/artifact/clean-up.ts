import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What lies longer than this was left by a process that was killed: no download is that slow. */
const ONE_DAY = 24 * 60 * 60 * 1000;

const cleaned = new Set<string>();

/** {@link cleanUp}, once for each cache in this process. */
export function cleanUpOnce(cache: string): void {
  if (cleaned.has(cache)) return;
  cleaned.add(cache);
  cleanUp(cache);
}

/**
 * Removes files that processes left which were killed while they wrote, once they are a day old: `.tmp`, and `.part` of downloads
 * that nobody took up. Another process may do the same at the same time, and what cannot be removed stays.
 */
export function cleanUp(cache: string, now: number = Date.now()): void {
  for (const folder of FOLDERS) {
    for (const name of namesIn(join(cache, folder))) {
      const path = join(cache, folder, name);
      if (/^\..*\.tmp$|\.part$/.test(name) && now - (modified(path) ?? now) > ONE_DAY) remove(path);
    }
  }
}

/** Not the artifacts themselves, of which there are thousands: they arrive by rename from the folders here. */
const FOLDERS = ['artifacts', join('artifacts', 'partial'), join('artifacts', 'by-address'), 'index', 'metadata'];

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // There is no such folder yet, or it is not ours: nothing to remove either way.
    return [];
  }
}

function modified(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A cache that is read-only serves all the same.
  }
}
