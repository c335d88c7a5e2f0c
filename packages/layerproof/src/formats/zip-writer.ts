// Writes zips that depend on their content alone: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16.
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { zipDuplicatePath, zipStreamChanged, zipTooLarge } from './zip-writer-faults.ts';

/** What is written: the shape of an image entry. */
export interface ZipSource {
  readonly path: string;
  /** Unix permission bits. */
  readonly mode: number;
  readonly kind: 'file' | 'symlink' | 'directory';
  readonly size: number;
  readonly crc32: number | undefined;
  read(): Uint8Array;
  readonly compressed: { readonly method: 0 | 8; readonly size: number; read(): Uint8Array } | undefined;
}

/** Where the bytes go. The bytes may be used again once `write` has returned. */
export interface ZipSink {
  write(bytes: Uint8Array): void;
}

/** Bytes of the zip, and of its files once unzipped. */
export interface WrittenZip {
  readonly size: number;
  readonly unzippedSize: number;
}

const LOCAL_HEADER = 0x04034b50;
const HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;

/** 1980-01-01 00:00, the first moment that the format can say (4.4.6: MS-DOS date and time). */
const DOS_DATE = 0x0021;
const DOS_TIME = 0;
/** The name is UTF-8 (4.4.4, bit 11). */
const FLAGS = 0x0800;
/** 2.0, the first version with deflate (4.4.3). */
const VERSION_NEEDED = 20;
const VERSION_ZIP64 = 45;
/** Unix in the upper byte, so that the permission bits count (4.4.2). */
const MADE_BY = (3 << 8) | VERSION_NEEDED;
// Type bits of st_mode (POSIX sys/stat.h).
const REGULAR_FILE = 0o100000;
const SYMLINK = 0o120000;
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xfffffffe;

/**
 * Writes the entries as a zip: sorted by the bytes of their paths, one fixed time, no extra fields, no folder entries.
 *
 * A compressed stream is copied as it is. An entry without one is deflated by a compressor that is part of the lock (not by
 * Node's zlib, whose output changes between versions), or stored where that is not longer. So the same entries give the same
 * bytes on every machine.
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
    previous = name;
    const stream = streamOf(entry);
    const header = localHeader(name, stream);
    directory.push(directoryHeader(name, stream, entry, offset), name);
    for (const part of [header, name, stream.bytes]) sink.write(part);
    offset += header.length + name.length + stream.bytes.length;
    unzippedSize += stream.size;
    if (offset > MOST_BYTES) throw zipTooLarge(offset);
  }
  const central = Buffer.concat(directory);
  const end = endRecords(named.length, central.length, offset);
  sink.write(central);
  sink.write(end);
  return { size: offset + central.length + end.length, unzippedSize };
}

interface Stream {
  readonly method: 0 | 8;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly crc32: number;
}

function streamOf(entry: ZipSource): Stream {
  const { compressed } = entry;
  if (compressed !== undefined && entry.crc32 !== undefined) {
    const bytes = compressed.read();
    if (bytes.length !== compressed.size) throw zipStreamChanged(entry.path, compressed.size, bytes.length);
    return { method: compressed.method, bytes, size: entry.size, crc32: entry.crc32 };
  }
  const bytes = entry.read();
  if (bytes.length !== entry.size) throw zipStreamChanged(entry.path, entry.size, bytes.length);
  const facts = { size: bytes.length, crc32: crc32(bytes) };
  // Deflating nothing still costs a set of tables, and layers hold many empty `__init__.py`.
  const deflated = entry.kind === 'symlink' || bytes.length === 0 ? undefined : deflateSync(bytes, { level: 9 });
  if (deflated === undefined || deflated.length >= bytes.length) return { method: 0, bytes, ...facts };
  return { method: 8, bytes: deflated, ...facts };
}

function localHeader(name: Buffer, stream: Stream): Buffer {
  const header = Buffer.alloc(30);
  //  0  signature                         4 bytes
  header.writeUInt32LE(LOCAL_HEADER, 0);
  //  4  version needed                    2 bytes
  header.writeUInt16LE(VERSION_NEEDED, 4);
  //  6  flags to size                    20 bytes, the same in both headers
  writeShared(header, 6, name, stream);
  // 28  length of the extra fields        2 bytes, none
  return header;
}

function directoryHeader(name: Buffer, stream: Stream, { kind, mode }: ZipSource, offset: number): Buffer {
  const header = Buffer.alloc(46);
  //  0  signature                         4 bytes
  header.writeUInt32LE(HEADER, 0);
  //  4  version and system made by        2 bytes
  header.writeUInt16LE(MADE_BY, 4);
  //  6  version needed                    2 bytes
  header.writeUInt16LE(VERSION_NEEDED, 6);
  //  8  flags to length of the name      22 bytes
  writeShared(header, 8, name, stream);
  // 38  external attributes               4 bytes: st_mode in the upper half
  const type = kind === 'symlink' ? SYMLINK : REGULAR_FILE;
  header.writeUInt32LE(((type | mode) << 16) >>> 0, 38);
  // 42  offset of the local header        4 bytes
  header.writeUInt32LE(offset, 42);
  return header;
}

/** Flags, method, time, date, CRC-32, compressed size, size, length of the name. */
function writeShared(header: Buffer, at: number, name: Buffer, stream: Stream): void {
  header.writeUInt16LE(FLAGS, at);
  header.writeUInt16LE(stream.method, at + 2);
  header.writeUInt16LE(DOS_TIME, at + 4);
  header.writeUInt16LE(DOS_DATE, at + 6);
  header.writeUInt32LE(stream.crc32, at + 8);
  header.writeUInt32LE(stream.bytes.length, at + 12);
  header.writeUInt32LE(stream.size, at + 16);
  header.writeUInt16LE(name.length, at + 20);
}

/** The end of the zip; with the zip64 records before it only when the entries are too many for the plain one. */
function endRecords(count: number, directorySize: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(22);
  const shortCount = Math.min(count, MOST_ENTRIES);
  end.writeUInt32LE(END_RECORD, 0);
  end.writeUInt16LE(shortCount, 8);
  end.writeUInt16LE(shortCount, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(directoryOffset, 16);
  if (count < MOST_ENTRIES) return end;
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(ZIP64_END_RECORD, 0);
  //  4  size of the rest of this record   8 bytes
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE((3 << 8) | VERSION_ZIP64, 12);
  wide.writeUInt16LE(VERSION_ZIP64, 14);
  // 24  entries on this disk              8 bytes
  wide.writeBigUInt64LE(BigInt(count), 24);
  wide.writeBigUInt64LE(BigInt(count), 32);
  wide.writeBigUInt64LE(BigInt(directorySize), 40);
  wide.writeBigUInt64LE(BigInt(directoryOffset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(ZIP64_LOCATOR, 0);
  //  8  offset of the zip64 end record    8 bytes
  locator.writeBigUInt64LE(BigInt(directoryOffset + directorySize), 8);
  //  16 number of disks                   4 bytes
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([wide, locator, end]);
}
