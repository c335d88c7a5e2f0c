import type { ImageEntry } from '../image/entry.ts';
import type { Distribution } from './distribution.ts';
import { readRecordLines } from './record-lines.ts';

/** A package of a layer, or a folder of files that belong to none, with its bytes once unzipped. */
export interface PackageSize {
  readonly name: string;
  readonly bytes: number;
}

/** `nodejs/node_modules/sharp`, `nodejs/node_modules/@img/sharp-linux-x64`; what lies in it belongs to it. */
const NPM_PACKAGE = /^(?:.*?\/)?node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\//;

/**
 * What the files of a layer come to, largest first: by the RECORD of each Python distribution, by the folder of each npm package,
 * and by their folder for those that neither names.
 */
export function packageSizes(entries: readonly ImageEntry[], distributions: readonly Distribution[]): PackageSize[] {
  const owners = ownersByRecord(entries, distributions);
  const sizes = new Map<string, number>();
  for (const { path, kind, size } of entries) {
    if (kind !== 'file') continue;
    const name = owners.get(path) ?? NPM_PACKAGE.exec(path)?.groups?.['name'] ?? folderOf(path);
    sizes.set(name, (sizes.get(name) ?? 0) + size);
  }
  return Array.from(sizes, ([name, bytes]) => ({ name, bytes })).toSorted(
    (a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1),
  );
}

function ownersByRecord(
  entries: readonly ImageEntry[],
  distributions: readonly Distribution[],
): ReadonlyMap<string, string> {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const owners = new Map<string, string>();
  for (const { name, version, path } of distributions) {
    const record = byPath.get(`${path.replace(/\/METADATA$/, '')}/RECORD`);
    if (record?.kind !== 'file') continue;
    for (const { path: file } of readRecordLines(record)) owners.set(file, `${name} ${version}`);
  }
  return owners;
}

/** The first two parts at most: `python/data`, `lib`. */
function folderOf(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, Math.min(2, parts.length - 1)).join('/') || path;
}
