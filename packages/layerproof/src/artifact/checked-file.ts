import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { writeCacheFile } from './temporary-file.ts';

/**
 * File systems tell times apart in steps of up to 2 s (FAT; Linux has some milliseconds): a file that was changed so shortly before
 * it was hashed may be changed again without a sign of it. git calls such a file "racily clean" (Documentation/technical/racy-git).
 */
const COARSEST_CLOCK = 2000;
/** A disk may spoil a file without a sign, so it is hashed again at times. Milliseconds: a week. */
const LONGEST_TRUST = 7 * 24 * 3600 * 1000;

/**
 * True when the file was hashed within a week and the system says that nobody wrote to it since: it has the same size, the same
 * number, and the same time of its last change, which no program can set.
 */
export function isUnchanged(folder: string, sha256: string, path: string): boolean {
  const kept = recordOf(folder, sha256);
  if (!existsSync(kept)) return false;
  const [at, ...facts] = readFileSync(kept, 'utf8').split(' ');
  const age = Date.now() - Number(at);
  return age >= 0 && age < LONGEST_TRUST && facts.join(' ') === factsOf(path);
}

/** What a file is before it is hashed. */
export interface Stamp {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly changedAt: number;
  readonly facts: string;
}

export function stampOf(path: string, at: number = Date.now()): Stamp {
  return { at, changedAt: statSync(path).ctimeMs, facts: factsOf(path) };
}

/** Notes that the file, which was as the stamp says, was found to have this hash. */
export function noteChecked(folder: string, sha256: string, { at, changedAt, facts }: Stamp): void {
  if (at - changedAt < COARSEST_CLOCK) return;
  try {
    writeCacheFile(recordOf(folder, sha256), `${at} ${facts}`);
  } catch (error) {
    // A cache that takes no files costs the next build time.
    if (!isFault(error)) throw error;
  }
}

function factsOf(path: string): string {
  const { size, ino, ctimeNs } = statSync(path, { bigint: true });
  return `${size} ${ino} ${ctimeNs}`;
}

function recordOf(folder: string, sha256: string): string {
  return join(folder, 'checked', sha256.slice(0, 2), sha256);
}
