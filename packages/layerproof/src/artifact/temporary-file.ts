import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Names given out in this process whose files may lie there still. */
const pending = new Set<string>();

/** Removes what was being written. For a process that ends in the middle; files that took their places are not touched. */
export function removePendingFiles(): void {
  for (const path of pending) rmSync(path, { force: true });
  pending.clear();
}

/**
 * A name beside the target that no other process uses, so that the rename at the end stays on one file system. The file is
 * removed by `removePendingFiles` unless it was renamed before.
 */
export function temporaryNameBeside(path: string): string {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  pending.add(temporary);
  return temporary;
}

/** Writes the whole file or nothing: under a temporary name, then renamed. Makes the folder when it is missing. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = temporaryNameBeside(path);
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
