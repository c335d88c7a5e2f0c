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

/** 1 GiB, four times what Lambda takes for a function with all its layers. */
const LARGEST_FILE = 1024 * 1024 * 1024;

/** Windows keeps no Unix permissions, so Node makes some up there. */
const HAS_MODES = process.platform !== 'win32';

/**
 * A folder that is laid out like `/opt`, as an image. Symbolic links are kept as links and never followed.
 *
 * @throws Fault `special-file` for a device, pipe or socket in it. System errors travel as they are.
 */
export function folderImage(folder: string): Image {
  return { entries: sortedByPath(walk(folder, '')), close() {} };
}

function* walk(root: string, under: string): Generator<ImageEntry, void, undefined> {
  for (const dirent of readdirSync(join(root, under), { withFileTypes: true })) {
    const path = under === '' ? dirent.name : `${under}/${dirent.name}`;
    yield imageEntry(join(root, path), path, dirent);
    if (dirent.isDirectory()) yield* walk(root, path);
  }
}

function imageEntry(source: string, path: string, dirent: Dirent): ImageEntry {
  const kind = kindOf(dirent);
  if (kind === undefined) throw specialFile(source);
  const { mode, size } = lstatSync(source);
  const target = kind === 'symlink' ? Buffer.from(readlinkSync(source).replaceAll('\\', '/')) : undefined;
  return {
    path,
    mode: HAS_MODES ? mode & 0o7777 : kind === 'file' ? 0o644 : 0o755,
    kind,
    size: kind === 'directory' ? 0 : (target?.length ?? size),
    crc32: undefined,
    read() {
      if (kind === 'directory') return new Uint8Array();
      if (size > LARGEST_FILE) throw fileTooLarge(source, size, LARGEST_FILE);
      return target ?? readFileSync(source);
    },
    ...(kind === 'file' ? { pieces: () => piecesOfFile(source) } : {}),
    compressed: undefined,
    artifact: undefined,
  };
}

/** Enough that reading is no longer slower than for a whole file. */
const PIECE = 1 << 20;

function* piecesOfFile(path: string): Generator<Uint8Array, void, undefined> {
  const buffer = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

function kindOf(dirent: Dirent): ImageEntry['kind'] | undefined {
  if (dirent.isFile()) return 'file';
  if (dirent.isSymbolicLink()) return 'symlink';
  return dirent.isDirectory() ? 'directory' : undefined;
}
