import type { Artifact } from '../../artifact/store.ts';
import { type ZipArchive, type ZipEntry, openZip } from '../../formats/zip-reader.ts';
import type { ImageEntry } from '../../image/entry.ts';
import { pathFileInWheel, wheelWithout } from './faults.ts';
import { parseRecord } from './record.ts';
import { distInfoOf } from './wheel-file.ts';
import type { LocalWheel } from './wheel-image.ts';
import { addsFolders, checkEntry, isPathFile, placeOf } from './wheel-places.ts';

/** A wheel, opened and laid out. */
export interface InstalledWheel {
  readonly fileName: string;
  /** Name of its `.dist-info` folder. */
  readonly distInfo: string;
  /** Without RECORD, which is written anew. */
  readonly files: readonly { readonly entry: ImageEntry; readonly hash: string }[];
  /** What was left out, one sentence for each kind. */
  readonly notes: readonly string[];
  close(): void;
}

/** Opens a wheel and lays its files out as an installer would: see `placeOf`. @throws Fault for a wheel that cannot be. */
export function openWheel({ name: { fileName, ...name }, artifact }: LocalWheel): InstalledWheel {
  const archive = openZip(artifact.path, fileName);
  try {
    const distInfo = distInfoOf(archive, { fileName, ...name });
    const hashes = hashesOf(archive, distInfo, fileName);
    const leftOut = new Map<string, number>();
    const files: { entry: ImageEntry; hash: string }[] = [];
    for (const entry of archive.entries) {
      checkEntry(entry, fileName);
      if (entry.kind === 'directory') continue;
      refuseEditable(archive, entry, fileName);
      const place = placeOf(entry.path, distInfo, fileName);
      if (place.path === undefined) leftOut.set(place.leftOut, (leftOut.get(place.leftOut) ?? 0) + 1);
      else if (entry.path !== `${distInfo}/RECORD`) {
        files.push({ entry: imageEntry(archive, entry, place.path, artifact), hash: hashes.get(entry.path) ?? '' });
      }
    }
    const notes = [...leftOut]
      .toSorted()
      .map(([kind, count]) => `${fileName}: left out ${count} ${count === 1 ? 'file' : 'files'} of ${kind}`);
    return { fileName, distInfo, files, notes, close: () => archive.close() };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function hashesOf(archive: ZipArchive, distInfo: string, fileName: string): ReadonlyMap<string, string> {
  const entry = archive.entries.find(({ path }) => path === `${distInfo}/RECORD`);
  if (entry === undefined) throw wheelWithout(fileName, `${distInfo}/RECORD`);
  const text = Buffer.from(archive.read(entry)).toString('utf8');
  return new Map(parseRecord(fileName, text).map(({ path, hash }) => [path, hash]));
}

/** The package of an editable install lies elsewhere, in a folder that its `.pth` file names. */
function refuseEditable(archive: ZipArchive, entry: ZipEntry, fileName: string): void {
  if (!isPathFile(entry.path) || !addsFolders(Buffer.from(archive.read(entry)).toString('utf8'))) return;
  throw pathFileInWheel(fileName, entry.path.split('/').at(-1) ?? entry.path);
}

function imageEntry(archive: ZipArchive, entry: ZipEntry, path: string, { sha256 }: Artifact): ImageEntry {
  const isExecutable = ((entry.mode ?? 0) & 0o111) !== 0;
  return {
    path,
    mode: isExecutable ? 0o755 : 0o644,
    kind: 'file',
    size: entry.size,
    crc32: entry.crc32,
    read: () => archive.read(entry),
    lend: (use) => archive.lend(entry, use),
    compressed: {
      method: entry.method,
      size: entry.compressedSize,
      read: () => archive.readRaw(entry),
      pieces: (room) => archive.readRawPieces(entry, room),
    },
    artifact: sha256,
  };
}
