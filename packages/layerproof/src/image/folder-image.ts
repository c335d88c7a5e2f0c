import {
  closeSync,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Image, ImageEntry } from './entry.ts';
import { fileTooLarge, specialFile } from './faults.ts';
import { sortedByPath } from './path-order.ts';
import { readingListed } from './read-problem.ts';

/** 1 GiB, four times what Lambda takes for a function with all its layers. */
const LARGEST_FILE = 1024 * 1024 * 1024;

/** Windows keeps no Unix permissions, so Node makes some up there. */
const HAS_MODES = process.platform !== 'win32';

/**
 * A folder that is laid out like `/opt`, as an image. Symbolic links are kept as links and never followed.
 *
 * @throws Fault `special-file` for a device, pipe or socket in it, and those of `readingListed`, also when an entry is read.
 */
export function folderImage(folder: string): Image {
  return { entries: sortedByPath(walk(folder, '')), close() {} };
}

function* walk(root: string, under: string): Generator<ImageEntry, void, undefined> {
  const folder = join(root, under);
  for (const dirent of readingListed(folder, () => readdirSync(folder, { withFileTypes: true }))) {
    const path = under === '' ? dirent.name : `${under}/${dirent.name}`;
    yield imageEntry(join(root, path), path, dirent);
    if (dirent.isDirectory()) yield* walk(root, path);
  }
}

function imageEntry(source: string, path: string, dirent: Dirent): ImageEntry {
  const kind = kindOf(dirent);
  if (kind === undefined) throw specialFile(source);
  const { mode, size } = readingListed(source, () => lstatSync(source));
  const target = kind === 'symlink' ? linkTarget(source) : undefined;
  return {
    path,
    mode: HAS_MODES ? mode & 0o7777 : kind === 'file' ? 0o644 : 0o755,
    kind,
    size: kind === 'directory' ? 0 : (target?.length ?? size),
    crc32: undefined,
    read() {
      if (kind === 'directory') return new Uint8Array();
      if (size > LARGEST_FILE) throw fileTooLarge(source, size, LARGEST_FILE);
      return target ?? readingListed(source, () => readFileSync(source));
    },
    ...(kind === 'file' ? { pieces: () => piecesOfFile(source) } : {}),
    compressed: undefined,
    artifact: undefined,
  };
}

function linkTarget(path: string): Uint8Array {
  return Buffer.from(readingListed(path, () => readlinkSync(path)).replaceAll('\\', '/'));
}

/** Enough that reading is no longer slower than for a whole file. */
const PIECE = 1 << 20;

function* piecesOfFile(path: string): Generator<Uint8Array, void, undefined> {
  const buffer = Buffer.allocUnsafe(PIECE);
  const file = readingListed(path, () => openSync(path, 'r'));
  const next = () => readingListed(path, () => readSync(file, buffer));
  try {
    for (let read = next(); read > 0; read = next()) yield buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

function kindOf(dirent: Dirent): ImageEntry['kind'] | undefined {
  if (dirent.isFile()) return 'file';
  if (dirent.isSymbolicLink()) return 'symlink';
  return dirent.isDirectory() ? 'directory' : undefined;
}
