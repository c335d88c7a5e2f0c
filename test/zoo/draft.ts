import { crc32 } from 'node:zlib';
import type { ZipShape } from '../../packages/layerproof/src/formats/testing/zip-bytes.ts';
import type { Image, ImageEntry } from '../../packages/layerproof/src/image/entry.ts';

export type Files = Map<string, ImageEntry>;

/** A layer in the making, and what stands around it. */
export interface Draft {
  /** A folder for files on the way, which goes with the draft. */
  readonly scratch: string;
  /** By their paths in the layer. */
  readonly files: Files;
  /** The files of the function; verified without one as long as it is empty. */
  readonly function: Files;
  /** Layers that lie below this one. */
  readonly others: Files[];
  /** Entries that no honest writer of zips would write; behind those of `files`. */
  readonly oddEntries: ZipShape[];
  /** Changes the bytes of the finished zip. */
  readonly damage: ((zip: Uint8Array) => Uint8Array)[];
  /** The lines of a requirements file: where there are any, the layer is what `layerproof build` makes of them. */
  readonly requirements: string[];
  /** What the manifest beside the zip says that the layer was built for, e.g. `python3.12/arm64`; none is written without it. */
  manifestTarget?: string;
  /** Closed with the draft. */
  readonly opened: Image[];
}

export function emptyDraft(scratch: string): Draft {
  return {
    scratch,
    files: new Map(),
    function: new Map(),
    others: [],
    oddEntries: [],
    damage: [],
    requirements: [],
    opened: [],
  };
}

/** A file of just these bytes. */
export function fileOf(path: string, bytes: Uint8Array | string, mode = 0o644): ImageEntry {
  return entryOf(path, 'file', Buffer.from(bytes), mode);
}

export function linkTo(path: string, target: string): ImageEntry {
  return entryOf(path, 'symlink', Buffer.from(target), 0o777);
}

function entryOf(path: string, kind: ImageEntry['kind'], bytes: Buffer, mode: number): ImageEntry {
  return {
    path,
    kind,
    mode,
    size: bytes.length,
    crc32: crc32(bytes),
    read: () => bytes,
    compressed: undefined,
    artifact: undefined,
  };
}

/** Puts an entry in its place, over what was there. */
export function put(files: Files, entry: ImageEntry): void {
  files.set(entry.path, entry);
}

/** The only file whose path matches. @throws when there is none, or more: a specimen that does not do what it says. */
export function only(files: Files, path: RegExp | string): ImageEntry {
  const found = matching(files, path);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    const seen = found.map((entry) => entry.path).join(', ');
    throw new Error(`${String(path)} fits ${found.length} files${seen === '' ? '' : `: ${seen}`}`);
  }
  return first;
}

/** Every file whose path matches, at least one. */
export function each(files: Files, path: RegExp | string): ImageEntry[] {
  const found = matching(files, path);
  if (found.length === 0) throw new Error(`${String(path)} fits none of ${[...files.keys()].slice(0, 40).join(', ')}`);
  return found;
}

function matching(files: Files, path: RegExp | string): ImageEntry[] {
  return [...files.values()].filter((entry) =>
    typeof path === 'string' ? entry.path === path : path.test(entry.path),
  );
}
