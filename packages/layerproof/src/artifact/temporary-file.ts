import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { cacheNotWritable } from './faults.ts';
import { makeFolders } from './make-folders.ts';
import { writeProblem } from './write-problem.ts';

/** Files of this process that may lie there half-written, and what is to become of each when it ends in the middle. */
const pending = new Map<string, () => void>();

/** Removes the file if it is there; a folder that never came to be holds none. */
export function removeTemporary(path: string): void {
  if (existsSync(path)) rmSync(path, { force: true });
}

/** Removes what was being written. For a process that ends in the middle; files that took their places are not touched. */
export function removePendingFiles(): void {
  for (const finish of pending.values()) finish();
  pending.clear();
}

/** Says what becomes of a file that is being written when the process ends in the middle; nothing, when it is no longer. */
export function whenEnded(path: string, finish: (() => void) | undefined): void {
  if (finish === undefined) pending.delete(path);
  else pending.set(path, finish);
}

/**
 * A name beside the target that no other process uses, so that the rename at the end stays on one file system. The file is
 * removed by `removePendingFiles` unless it was renamed before.
 */
export function temporaryNameBeside(path: string): string {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  pending.set(temporary, () => removeTemporary(temporary));
  return temporary;
}

/**
 * Writes a file of the cache, whole or not at all: under a temporary name, then renamed. Makes the folder when it is missing.
 *
 * @throws Fault `cache-not-writable`.
 */
export function writeCacheFile(path: string, content: string | Uint8Array): void {
  const temporary = temporaryNameBeside(path);
  try {
    makeFolders(dirname(path));
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    throw cacheProblem(path, error);
  } finally {
    removeTemporary(temporary);
  }
}

/**
 * As {@link writeCacheFile}, for what is but a copy and can be fetched again: a cache that takes no more files still serves, and
 * what really has to be kept there says so itself.
 */
export function writeCacheCopy(path: string, content: string): void {
  try {
    writeCacheFile(path, content);
  } catch (error) {
    if (!(isFault(error) && error.code === 'cache-not-writable')) throw error;
  }
}

/** The error as a fault when somebody can put it right, else as it is. */
export function cacheProblem(path: string, error: unknown): unknown {
  const reason = writeProblem(error);
  return reason === undefined ? error : cacheNotWritable(path, reason, error);
}
