// https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-data-directory
import type { Artifact } from '../../artifact/store.ts';
import { type ZipArchive, type ZipEntry, openZip } from '../../formats/zip-reader.ts';
import type { Image, ImageEntry } from '../../image/entry.ts';
import { sortedByPath } from '../../image/path-order.ts';
import { badWheel, pathCollision, pathFileInWheel } from './faults.ts';
import { distInfoOf } from './wheel-file.ts';
import type { WheelName } from '../standards/wheel-name.ts';

/** A wheel on this machine. */
export interface LocalWheel {
  readonly name: WheelName;
  readonly artifact: Artifact;
}

export interface WheelImage extends Image {
  /** What was left out and why, one sentence each. */
  readonly notes: readonly string[];
}

/** Where Lambda puts a layer's Python packages, relative to `/opt`. */
const ROOT = 'python';

/**
 * The files that the wheels install, under `python/`, with their compressed streams. As an installer would lay them out:
 * `purelib` and `platlib` of the data folder join the root. Left out with a note: scripts, headers and data files, which Lambda
 * has no place for; byte code, which another Python may have written; and `.pth` files, whose code would run at every start.
 *
 * @throws Fault for a path that leaves the folder, for a `.pth` file that adds folders (the package itself then lies elsewhere,
 * as in an editable install), and for two wheels that hold different files under one path.
 */
export function wheelImage(wheels: readonly LocalWheel[]): WheelImage {
  const archives: ZipArchive[] = [];
  const close = () => {
    for (const archive of archives) archive.close();
  };
  try {
    const notes: string[] = [];
    const entries = new Map<string, { readonly entry: ImageEntry; readonly wheel: string }>();
    for (const { name, artifact } of wheels) {
      const archive = openZip(artifact.path, name.fileName);
      archives.push(archive);
      for (const entry of installedFiles(archive, name, artifact, notes)) addEntry(entries, entry, name.fileName);
    }
    const sorted = sortedByPath([...entries.values()].map(({ entry }) => entry));
    return { entries: sorted, notes, close };
  } catch (error) {
    close();
    throw error;
  }
}

function addEntry(
  entries: Map<string, { readonly entry: ImageEntry; readonly wheel: string }>,
  entry: ImageEntry,
  wheel: string,
): void {
  const other = entries.get(entry.path);
  if (other === undefined) entries.set(entry.path, { entry, wheel });
  else if (!isSameFile(other.entry, entry)) throw pathCollision(entry.path, other.wheel, wheel);
}

function isSameFile(a: ImageEntry, b: ImageEntry): boolean {
  return a.size === b.size && a.crc32 === b.crc32 && Buffer.compare(a.read(), b.read()) === 0;
}

function* installedFiles(
  archive: ZipArchive,
  name: WheelName,
  artifact: Artifact,
  notes: string[],
): Generator<ImageEntry> {
  const data = distInfoOf(archive, name).replace(/\.dist-info$/, '.data');
  const leftOut = new Map<string, number>();
  for (const entry of archive.entries) {
    if (entry.kind === 'directory') continue;
    if (entry.kind === 'symlink') throw badWheel(name.fileName, `it holds the symbolic link ${entry.path}`);
    const place = placeOf(entry.path, data);
    if (!isInside(place.path)) throw badWheel(name.fileName, `${entry.path} leaves the folder that it belongs to`);
    if (PATH_FILE.test(place.path) && addsFolders(Buffer.from(archive.read(entry)).toString('utf8'))) {
      throw pathFileInWheel(name.fileName, place.path);
    }
    if (place.leftOut === undefined) yield imageEntry(archive, entry, `${ROOT}/${place.path}`, artifact);
    else leftOut.set(place.leftOut, (leftOut.get(place.leftOut) ?? 0) + 1);
  }
  for (const [kind, count] of [...leftOut].toSorted()) {
    notes.push(`${name.fileName}: left out ${count} ${count === 1 ? 'file' : 'files'} of ${kind}`);
  }
}

/** Python runs such a file at its start when it lies directly in a folder of packages (the `site` module). */
const PATH_FILE = /^[^/]+\.pth$/;

interface Place {
  readonly path: string;
  /** The kind of file, when it has no place in a layer. */
  readonly leftOut: string | undefined;
}

function placeOf(path: string, data: string): Place {
  if (path.endsWith('.pyc')) return { path, leftOut: 'byte code' };
  if (!path.startsWith(`${data}/`)) return inRoot(path, undefined);
  const [kind = '', ...rest] = path.slice(data.length + 1).split('/');
  const isLibrary = kind === 'purelib' || kind === 'platlib';
  return inRoot(rest.join('/'), isLibrary ? undefined : kind);
}

function inRoot(path: string, leftOut: string | undefined): Place {
  return { path, leftOut: leftOut ?? (PATH_FILE.test(path) ? 'start-up code (.pth)' : undefined) };
}

/** True when a `.pth` file adds folders to the path, and does not just run code (the `site` module: lines of `import`). */
function addsFolders(text: string): boolean {
  return text.split(/\r?\n/).some((line) => line.trim() !== '' && !/^(?:#|import[ \t])/.test(line));
}

/** No reader of zips may be led out of the folder: no absolute path, no drive, no backslash, no `.` or `..` or empty part. */
function isInside(path: string): boolean {
  return !/[\\:\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
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
    compressed: {
      method: entry.method,
      size: entry.compressedSize,
      read: () => archive.readRaw(entry),
      pieces: () => archive.readRawPieces(entry),
    },
    artifact: sha256,
  };
}
