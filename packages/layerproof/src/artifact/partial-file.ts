import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeFolders } from './make-folders.ts';
import { whenEnded } from './temporary-file.ts';

/** Less than this is fetched again sooner than it is looked after. */
const WORTH_KEEPING = 1 << 20;

/** Names a machine within a cache that several share, without telling its name. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

function folderOf(cache: string): string {
  return join(cache, 'artifacts', 'partial');
}

/**
 * A file to download into, named after the sha256 that it will have. It holds what an earlier download of it left, when nobody
 * else has taken that: a file is taken by rename, which only one process can win.
 */
export function claimPartial(cache: string, sha256: string): string {
  const folder = folderOf(cache);
  makeFolders(folder);
  const own = join(folder, `${sha256}.${MACHINE}-${process.pid}-${randomBytes(6).toString('hex')}.part`);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(sha256) && isFree(name) && isTaken(join(folder, name), own)) break;
  }
  whenEnded(own, () => releasePartial(cache, sha256, own));
  return own;
}

/** Leaves what came of a download to the next one. Too little, or what cannot be kept, is removed. */
export function releasePartial(cache: string, sha256: string, path: string): void {
  whenEnded(path, undefined);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  if (size < WORTH_KEEPING) rmSync(path, { force: true });
  else renameSync(path, join(folderOf(cache), `${sha256}.part`));
}

/** Given back by its process, or left by one of this machine that has ended. */
function isFree(name: string): boolean {
  const [, machine, process] = /^[0-9a-f]{64}(?:\.([0-9a-f]{8})-(\d+)-[0-9a-f]+)?\.part$/.exec(name) ?? [name];
  if (machine === undefined) return name.endsWith('.part') && name.length === 69;
  return machine === MACHINE && !isRunning(Number(process));
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // A process of somebody else is running as well.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function isTaken(path: string, own: string): boolean {
  try {
    renameSync(path, own);
    return true;
  } catch (error) {
    if (!existsSync(path)) return false;
    throw error;
  }
}
