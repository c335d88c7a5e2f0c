import { openZip, type ZipArchive, type ZipEntry } from '../formats/zip-reader.ts';
import type { Image, ImageEntry } from './entry.ts';
import { sortedByPath } from './path-order.ts';
import { zipFacts } from './zip-facts.ts';

/** What an entry gets that was made by a system without Unix permissions: what unzip gives it. */
const DEFAULT_MODE = { file: 0o644, symlink: 0o777, directory: 0o755 } as const;

/**
 * A layer zip, from anyone, as an image. Paths are taken as they stand, also those that lead out of `/opt`, so that a rule can
 * report them; only `.` and empty parts are dropped, as every unzip does. Of two entries with one path the last counts, as it
 * would be unzipped over the first.
 *
 * @throws Fault for a zip that is damaged, encrypted or ambiguous.
 */
export function zipImage(pathOrBytes: string | Uint8Array, name?: string): Image {
  const archive = openZip(pathOrBytes, name);
  const placed = archive.entries
    .map((entry) => ({ path: withoutEmptyParts(entry.path), entry }))
    .filter(({ path }) => path !== '');
  const entries = new Map(placed.map(({ path, entry }) => [path, imageEntry(archive, entry, path)]));
  return { entries: sortedByPath(entries.values()), zips: [zipFacts(placed)], close: () => archive.close() };
}

function imageEntry(archive: ZipArchive, entry: ZipEntry, path: string): ImageEntry {
  return {
    path,
    mode: entry.mode ?? DEFAULT_MODE[entry.kind],
    kind: entry.kind,
    size: entry.size,
    crc32: entry.crc32,
    read: () => archive.read(entry),
    compressed: {
      method: entry.method,
      size: entry.compressedSize,
      read: () => archive.readRaw(entry),
      pieces: (room) => archive.readRawPieces(entry, room),
    },
    artifact: undefined,
  };
}

function withoutEmptyParts(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return (path.startsWith('/') ? '/' : '') + parts.join('/');
}
