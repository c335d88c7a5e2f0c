import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isSha256 } from '../../artifact/store.ts';
import type { WheelFile } from '../index/index-file.ts';
import { readWheelName } from '../standards/wheel-name.ts';
import { textOf, type Untyped } from '../untyped.ts';
import { badLock, lockBadHash, lockedAsSource } from './faults.ts';
import type { UvPackage } from './uv-package.ts';

/** What the sources that are no wheels are, in words. */
const SOURCES: Readonly<Record<string, string>> = {
  git: 'a repository',
  directory: 'a folder of sources',
  editable: 'a folder of sources',
  virtual: 'a folder of sources',
};

/**
 * The wheels that a `uv.lock` lists for a package, with absolute addresses.
 *
 * @throws Fault `locked-as-source` for a package that comes as source only, `bad-lock` for a wheel without address or with a hash
 * that is no sha256.
 */
export function uvFiles(found: UvPackage, lockPath: string, label: string): WheelFile[] {
  const { name, source, wheels } = found;
  const asSource = SOURCES[source.kind];
  if (asSource !== undefined) throw lockedAsSource(label, name, asSource);
  if (wheels.length === 0) throw lockedAsSource(label, name, 'a source archive (sdist) without wheels');
  return wheels.map((wheel) => wheelOf(wheel, found, lockPath, label));
}

function wheelOf(wheel: Untyped, found: UvPackage, lockPath: string, label: string): WheelFile {
  const url = addressOf(wheel, found, lockPath);
  const fileName =
    textOf(wheel['filename']) ?? decodeURIComponent((url ?? '').split(/[?#]/)[0]?.split('/').at(-1) ?? '');
  const name = readWheelName(fileName);
  if (name === undefined || url === undefined || !URL.canParse(url)) {
    throw badLock(label, `it has no address of a wheel of ${found.name}`);
  }
  const hash = textOf(wheel['hash']);
  const sha256 = hash === undefined ? undefined : hash.replace(/^sha256:/, '').toLowerCase();
  if (sha256 !== undefined && !isSha256(sha256)) throw lockBadHash(label, fileName);
  const size = typeof wheel['size'] === 'number' ? wheel['size'] : undefined;
  return { name, url, sha256, size, requiresPython: undefined, yanked: undefined, metadata: undefined };
}

/** A registry may be a folder, whose wheels have a `path` in it; a wheel of one's own has its path in `source`. */
function addressOf(wheel: Untyped, { source }: UvPackage, lockPath: string): string | undefined {
  const url = textOf(wheel['url']);
  if (url !== undefined) return url;
  if (source.kind === 'path') return pathToFileURL(resolve(dirname(lockPath), source.address)).href;
  if (source.kind === 'url') return source.address;
  const path = textOf(wheel['path']) ?? textOf(wheel['filename']);
  return path === undefined ? undefined : pathToFileURL(resolve(dirname(lockPath), source.address, path)).href;
}
