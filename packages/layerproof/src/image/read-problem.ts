import { isFault } from '@ocr-pipeline/fault';
import { fileGone, layerNotReadable, nameNotUnicode } from './faults.ts';

/** What the system says of a path that cannot be read, in words. Codes: errno(3). */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  ELOOP: 'its symbolic links go in circles',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk cannot read it',
};

/** Codes of a path that is not there. */
const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** Why a path cannot be read, when somebody can put it right; undefined for any other error. */
export function readProblem(error: unknown): string | undefined {
  return REASONS[systemCode(error)];
}

/** Whether the system finds nothing at the path. */
export function isMissing(error: unknown): boolean {
  return MISSING.has(systemCode(error));
}

function systemCode(error: unknown): string {
  return error instanceof Error && !isFault(error) && 'code' in error ? String(error.code) : '';
}

/**
 * Reads something of a file or folder that was listed before.
 *
 * @throws Fault `layer-not-readable`, `name-not-unicode` or `file-gone` where the system does not let it be read; other errors as
 * they are.
 */
export function readingListed<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // Node puts U+FFFD in the place of bytes that are no UTF-8, and finds no file under the name that comes of it.
    if (isMissing(error)) throw path.includes('\uFFFD') ? nameNotUnicode(path) : fileGone(path);
    const reason = readProblem(error);
    throw reason === undefined ? error : layerNotReadable(path, reason);
  }
}
