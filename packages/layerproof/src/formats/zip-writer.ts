// Writes zips that depend on their content alone: APPNOTE.TXT 6.3.10.
import { crc32 } from 'node:zlib';
import { deflateInto, deflateWhole, memorySpool, type Spool } from './zip-writer-deflate.ts';
import { zipDuplicatePath, zipPathTooLong, zipSourceChanged, zipStreamChanged } from './zip-writer-faults.ts';
import { directoryHeader, endRecords, type EntryFacts, localHeader } from './zip-writer-records.ts';

/** What is written: the shape of an image entry. */
export interface ZipSource {
  readonly path: string;
  /** Unix permission bits. */
  readonly mode: number;
  readonly kind: 'file' | 'symlink' | 'directory';
  readonly size: number;
  readonly crc32: number | undefined;
  read(): Uint8Array;
  /** The same bytes by pieces, each good until the next one is asked for; where it is left out, `read` gives them at once. */
  pieces?(): Iterable<Uint8Array>;
  readonly compressed:
    | {
        readonly method: 0 | 8;
        readonly size: number;
        read(): Uint8Array;
        /** As that of the entry; in the room that is given, where it can. */
        pieces?(room?: () => Uint8Array): Iterable<Uint8Array>;
      }
    | undefined;
}

/** Where the bytes go. */
export interface ZipSink {
  /** The bytes may be used again once this has returned. */
  write(bytes: Uint8Array): void;
  /** Where the next bytes go, or the first of them: written from there, they need not be copied. */
  room?(): Uint8Array;
  /** A place for a large file while it is deflated, as its size stands before it; memory where it is left out. */
  openSpool?(): Spool;
}

/** Bytes of the zip, and of its files once unzipped. */
export interface WrittenZip {
  readonly size: number;
  readonly unzippedSize: number;
}

// Type bits of st_mode (POSIX sys/stat.h).
const REGULAR_FILE = 0o100000;
const SYMLINK = 0o120000;
/** The length of a name has 16 bits (4.4.10). */
const LONGEST_NAME = 0xffff;
/** A larger file is deflated by pieces. Part of the format: it changes the bytes of what is larger. */
const LARGE = 8 << 20;

/**
 * Writes the entries as a zip: sorted by the bytes of their paths, one fixed time, no folder entries, symbolic links as links,
 * zip64 only where a number needs it.
 *
 * A compressed stream is copied as it is. An entry without one is deflated by a compressor that is part of the lock, or stored
 * where that is not longer. So the same entries give the same bytes on every machine. It holds a few pieces of a file at a time,
 * and a whole one only when it is small or comes without pieces.
 *
 * @throws Fault for two entries of one path, a path that no zip can hold, and a source that is not what it was.
 */
export function writeZip(entries: Iterable<ZipSource>, sink: ZipSink): WrittenZip {
  const named = [...entries]
    .filter(({ kind }) => kind !== 'directory')
    .map((entry) => ({ entry, name: Buffer.from(entry.path, 'utf8') }))
    .toSorted((a, b) => Buffer.compare(a.name, b.name));
  const directory: Uint8Array[] = [];
  let offset = 0;
  let unzippedSize = 0;
  let previous: Buffer | undefined;
  for (const { entry, name } of named) {
    if (previous?.equals(name) === true) throw zipDuplicatePath(entry.path);
    if (name.length > LONGEST_NAME) throw zipPathTooLong(entry.path, name.length, LONGEST_NAME);
    previous = name;
    withStream(entry, sink, (stream) => {
      const facts = { ...stream, name, mode: (entry.kind === 'symlink' ? SYMLINK : REGULAR_FILE) | entry.mode };
      const header = localHeader(facts);
      directory.push(directoryHeader(facts, offset));
      sink.write(header);
      copy(entry.path, stream, sink);
      offset += header.length + stream.compressedSize;
      unzippedSize += stream.size;
    });
  }
  const central = Buffer.concat(directory);
  const end = endRecords(named.length, central.length, offset);
  sink.write(central);
  sink.write(end);
  return { size: offset + central.length + end.length, unzippedSize };
}

interface Stream extends Omit<EntryFacts, 'name' | 'mode'> {
  readonly pieces: Iterable<Uint8Array>;
}

/** The sizes stand in front of the data: a piece less or more, and the zip would be broken. */
function copy(path: string, { pieces, compressedSize }: Stream, sink: ZipSink): void {
  let copied = 0;
  for (const piece of pieces) {
    copied += piece.length;
    if (copied > compressedSize) break;
    sink.write(piece);
  }
  if (copied !== compressedSize) throw zipStreamChanged(path, compressedSize, copied);
}

/** Lends the stream of an entry, as it will stand in the zip. */
function withStream(entry: ZipSource, sink: ZipSink, use: (stream: Stream) => void): void {
  const { compressed, size } = entry;
  if (compressed !== undefined && entry.crc32 !== undefined) {
    const { method, size: compressedSize } = compressed;
    const pieces = compressed.pieces?.(sink.room) ?? [compressed.read()];
    return use({ method, size, crc32: entry.crc32, compressedSize, pieces });
  }
  if (size > LARGE && entry.kind === 'file') return withLargeFile(entry, sink, use);
  const bytes = entry.read();
  if (bytes.length !== size) throw zipStreamChanged(entry.path, size, bytes.length);
  const deflated = entry.kind === 'symlink' ? undefined : deflateWhole(bytes);
  const facts = { size, crc32: crc32(bytes), compressedSize: (deflated ?? bytes).length };
  use({ ...facts, method: deflated === undefined ? 0 : 8, pieces: [deflated ?? bytes] });
}

function withLargeFile(entry: ZipSource, sink: ZipSink, use: (stream: Stream) => void): void {
  const spool = sink.openSpool?.() ?? memorySpool();
  try {
    const deflated = deflateInto(spool, piecesOf(entry));
    if (deflated.size !== entry.size) throw zipStreamChanged(entry.path, entry.size, deflated.size);
    if (deflated.compressedSize < deflated.size) return use({ ...deflated, method: 8, pieces: spool.pieces() });
    use({ ...deflated, method: 0, compressedSize: deflated.size, pieces: checked(entry, deflated.crc32) });
  } finally {
    spool.close();
  }
}

/** The bytes once more, for a file that is stored after all; the CRC-32 in front of them is that of the first time. */
function* checked(entry: ZipSource, expected: number): Generator<Uint8Array, void, undefined> {
  let crc = 0;
  for (const piece of piecesOf(entry)) {
    crc = crc32(piece, crc);
    yield piece;
  }
  if (crc !== expected) throw zipSourceChanged(entry.path);
}

function piecesOf(entry: ZipSource): Iterable<Uint8Array> {
  return entry.pieces?.() ?? [entry.read()];
}
