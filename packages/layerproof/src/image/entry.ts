import type { ZipFacts } from './zip-facts.ts';

/**
 * The image: the tree of files that a layer will put under `/opt`, as entries whose bytes are read on demand from a wheel,
 * a zip or a folder. A path is relative to `/opt`, with `/` between its parts (`python/PIL/__init__.py`).
 */
export interface ImageEntry {
  readonly path: string;
  /** Unix permission bits as they will lie under `/opt`, e.g. 0o644. */
  readonly mode: number;
  readonly kind: 'file' | 'symlink' | 'directory';
  /** Bytes once unzipped. */
  readonly size: number;
  /** CRC-32 of the unzipped bytes (APPNOTE.TXT 4.4.7); undefined when the source has none stored (a folder). */
  readonly crc32: number | undefined;
  /** The bytes, unzipped; for a symlink, its target in UTF-8. */
  read(): Uint8Array;
  /** Gives the bytes to `use` alone, and frees them after it, where a source can: for large files that are looked at once. */
  lend?<T>(use: (bytes: Uint8Array) => T): T;
  /** The same by pieces, each good until the next one is asked for, where a source can give a large file so. */
  pieces?(): Iterable<Uint8Array>;
  /** The stream as the source holds it, to be copied without inflating it; undefined when there is none to copy. */
  readonly compressed: CompressedStream | undefined;
  /** Lower-case hex sha256 of the artifact (wheel, tarball) that the entry comes from; undefined for a zip or a folder. */
  readonly artifact: string | undefined;
}

export interface CompressedStream {
  /** Zip compression method (APPNOTE.TXT 4.4.5): 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  /** Bytes of the stream. */
  readonly size: number;
  read(): Uint8Array;
  /** As those of the entry; in the room that is given, where the source can read them into it. */
  pieces?(room?: () => Uint8Array): Iterable<Uint8Array>;
}

export interface Image {
  /** Sorted by the bytes of their paths. */
  readonly entries: readonly ImageEntry[];
  /** Of each zip that it was read from. */
  readonly zips?: readonly ZipFacts[];
  /** Closes the files behind the entries. */
  close(): void;
}
