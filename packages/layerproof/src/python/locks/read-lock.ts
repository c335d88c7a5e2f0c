import type { ResolvedPackage } from '../resolver/resolution.ts';
import type { Target } from '../../target/target.ts';
import { chooseLocked, type LockIndexes } from './choose-locked.ts';
import { twoVersionsLocked } from './faults.ts';
import type { LockContent, Selection } from './locked-package.ts';
import { readPipfileLock } from './pipfile-lock.ts';
import { readPoetryLock } from './poetry-lock.ts';
import { readPylock } from './pylock-reader.ts';
import { readUvLock } from './uv-lock.ts';

/** The locks that are known, each by the reader of its format. */
const READERS = {
  pylock: readPylock,
  'uv-lock': readUvLock,
  'poetry-lock': readPoetryLock,
  'pipfile-lock': readPipfileLock,
} as const;

export type LockKind = keyof typeof READERS;

/** What a lock says for the target, whatever tool wrote it. Reads files and asks nobody. */
export function readLockContent(
  kind: LockKind,
  path: string,
  label: string,
  target: Target,
  selection: Selection,
): LockContent {
  const content = READERS[kind](path, label, target, selection);
  const versions = new Map<string, string>();
  for (const { name, version = 'without a version' } of content.packages) {
    const other = versions.get(name);
    if (other !== undefined) throw twoVersionsLocked(label, name, [other, version]);
    versions.set(name, version);
  }
  return content;
}

/** The packages of a lock with the wheel that each gives the target. */
export function resolveLock(
  content: LockContent,
  label: string,
  target: Target,
  indexes: LockIndexes,
): Promise<ResolvedPackage[]> {
  return chooseLocked(content.packages, label, target, indexes);
}
