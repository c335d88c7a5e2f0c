// The directory at the end of a zip file: APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16.
import { ByteReader } from './byte-reader.ts';
import {
  notAZip,
  zipBadDirectory,
  zipEncrypted,
  zipInParts,
  zipOverlap,
  zipSpecialFile,
  zipUnknownMethod,
} from './faults.ts';
import type { RandomAccess } from './random-access.ts';
import { decodeZipName } from './zip-name.ts';

export interface ZipEntry {
  /** As it stands in the zip, with whatever slashes and dots it has; for folders without the last slash. Not to be trusted. */
  readonly path: string;
  readonly kind: 'file' | 'symlink' | 'directory';
  /** Unix permission bits; undefined when a system without them made the entry. */
  readonly mode: number | undefined;
  /** The system that made the entry (APPNOTE 4.4.2): 0 FAT, 3 Unix, 10 NTFS, 19 macOS. */
  readonly madeBy: number;
  readonly method: 0 | 8;
  /** When its file was changed, as MS-DOS counts: the date in the upper 16 bits, the time in the lower (APPNOTE 4.4.6). */
  readonly modified: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc32: number;
  /** Where the entry's local header starts. */
  readonly offset: number;
  /** Where the next entry, or the directory, starts: the entry's data must end before. */
  readonly end: number;
  /** The bytes of the name, to be compared with those of the local header. */
  readonly rawName: Uint8Array;
}

const END_RECORD = 0x06054b50;
const END_RECORD_SIZE = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_END_RECORD_SIZE = 56;
const HEADER = 0x02014b50;
const HEADER_SIZE = 46;
export const LOCAL_HEADER_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
/** 256 MiB: room for more than a million entries, and a bound on what a zip can make us hold. */
const LARGEST_DIRECTORY = 256 * 1024 * 1024;

const MADE_BY_UNIX = 3;
const MADE_BY_MACOS = 19;
const FAT_DIRECTORY = 0x10;
// The type bits of st_mode (POSIX sys/stat.h) in the upper half of the external attributes.
const TYPE_MASK = 0o170000;
const TYPE_REGULAR = 0o100000;
const TYPE_DIRECTORY = 0o040000;
const TYPE_SYMLINK = 0o120000;

/** Its end is known when all others are. */
type EntryInDirectory = Omit<ZipEntry, 'end'> & { end: number };

interface EndRecord {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

/** Entries in the order of the directory. @throws Fault for anything that two readers could understand differently. */
export function readZipDirectory(name: string, source: RandomAccess): ZipEntry[] {
  const end = readEndRecord(name, source);
  if (end.size > LARGEST_DIRECTORY) {
    throw zipBadDirectory(name, `its directory of ${end.size} bytes is over ${LARGEST_DIRECTORY} bytes`);
  }
  if (end.count * HEADER_SIZE > end.size) {
    throw zipBadDirectory(name, `it claims ${end.count} entries in a directory of ${end.size} bytes`);
  }
  const bytes = source.read(end.offset, end.size, 'central directory');
  const reader = new ByteReader(name, bytes, 'little');
  const entries: EntryInDirectory[] = [];
  let at = 0;
  for (let index = 0; index < end.count; index++) {
    const { entry, length } = readHeader(reader, at);
    entries.push(entry);
    at += length;
  }
  if (at !== bytes.length) {
    throw zipBadDirectory(name, `its ${end.count} entries take ${at} bytes, but the directory has ${bytes.length}`);
  }
  return withEnds(name, entries, end.offset);
}

function readEndRecord(name: string, source: RandomAccess): EndRecord {
  const tailSize = Math.min(source.size, END_RECORD_SIZE + LONGEST_COMMENT + ZIP64_LOCATOR_SIZE);
  const tailOffset = source.size - tailSize;
  const tail = new ByteReader(name, source.read(tailOffset, tailSize, 'end of central directory'), 'little');
  const at = findEndRecord(tail);
  if (at === undefined) throw notAZip(name, source.size);
  //  4  number of this disk               2 bytes
  //  6  disk where the directory starts   2 bytes
  //  8  entries on this disk              2 bytes
  // 10  entries                           2 bytes
  // 12  size of the directory             4 bytes
  // 16  offset of the directory           4 bytes
  const record = {
    count: tail.u16(at + 10, 'entry count'),
    size: tail.u32(at + 12, 'directory size'),
    offset: tail.u32(at + 16, 'directory offset'),
  };
  const saturated = record.count === 0xffff || record.size === 0xffffffff || record.offset === 0xffffffff;
  const locatorAt = at - ZIP64_LOCATOR_SIZE;
  if (saturated && locatorAt >= 0 && tail.u32(locatorAt, 'zip64 locator') === ZIP64_LOCATOR) {
    return readZip64EndRecord(name, source, tail.u64(locatorAt + 8, 'zip64 end record offset'), tailOffset + locatorAt);
  }
  if (tail.u16(at + 4, 'disk number') !== 0 || tail.u16(at + 6, 'disk of the directory') !== 0) throw zipInParts(name);
  return checked(name, record, tailOffset + at);
}

function readZip64EndRecord(name: string, source: RandomAccess, at: number, locatorAt: number): EndRecord {
  if (at + ZIP64_END_RECORD_SIZE > locatorAt) {
    throw zipBadDirectory(name, `its zip64 end record at ${at} runs into the locator at ${locatorAt}`);
  }
  const record = new ByteReader(name, source.read(at, ZIP64_END_RECORD_SIZE, 'zip64 end record'), 'little');
  if (record.u32(0, 'zip64 end record') !== ZIP64_END_RECORD) {
    throw zipBadDirectory(name, `there is no zip64 end record at ${at}, where its locator points`);
  }
  // 16  number of this disk               4 bytes
  // 20  disk where the directory starts   4 bytes
  if (record.u32(16, 'disk number') !== 0 || record.u32(20, 'disk of the directory') !== 0) throw zipInParts(name);
  // 24  entries on this disk              8 bytes
  // 32  entries                           8 bytes
  // 40  size of the directory             8 bytes
  // 48  offset of the directory           8 bytes
  const found = {
    count: record.u64(32, 'entry count'),
    size: record.u64(40, 'directory size'),
    offset: record.u64(48, 'directory offset'),
  };
  return checked(name, found, at);
}

/** Bytes before or behind the directory would let two readers find different entries (a second zip in front, for one). */
function checked(name: string, record: EndRecord, recordAt: number): EndRecord {
  const end = record.offset + record.size;
  if (end === recordAt) return record;
  throw zipBadDirectory(name, `its directory ends at byte ${end}, but the end record stands at byte ${recordAt}`);
}

/** The end record is the last one whose comment reaches exactly to the end of the file. */
function findEndRecord(tail: ByteReader): number | undefined {
  const { length } = tail.bytes;
  for (let at = length - END_RECORD_SIZE; at >= 0; at--) {
    if (tail.u8(at, 'signature') !== 0x50 || tail.u32(at, 'signature') !== END_RECORD) continue;
    // 20  length of the comment            2 bytes
    if (at + END_RECORD_SIZE + tail.u16(at + 20, 'comment length') === length) return at;
  }
  return undefined;
}

function readHeader(reader: ByteReader, at: number): { entry: EntryInDirectory; length: number } {
  if (reader.u32(at, 'signature') !== HEADER) {
    throw zipBadDirectory(reader.name, `there is no entry at byte ${at} of its directory`);
  }
  //  5  made by, system                   1 byte
  //  8  flags                             2 bytes  bit 0 encrypted, bit 11 name in UTF-8
  // 10  method                            2 bytes
  // 12  time, date                        4 bytes
  // 16  CRC-32                            4 bytes
  // 28  length of the name                2 bytes
  // 30  length of the extra fields        2 bytes
  // 32  length of the comment             2 bytes
  // 34  disk where the entry starts       2 bytes
  // 38  external attributes               4 bytes
  // 46  name, extra fields, comment
  const madeBy = reader.u8(at + 5, 'made by');
  const flags = reader.u16(at + 8, 'flags');
  const method = reader.u16(at + 10, 'method');
  const nameLength = reader.u16(at + 28, 'name length');
  const extraLength = reader.u16(at + 30, 'extra length');
  const attributes = reader.u32(at + 38, 'external attributes');
  const rawName = reader.slice(at + HEADER_SIZE, nameLength, 'name');
  const stored = decodeZipName(reader.name, rawName, (flags & 0x800) !== 0);
  if ((flags & 1) !== 0) throw zipEncrypted(reader.name, stored);
  if (method !== 0 && method !== 8) throw zipUnknownMethod(reader.name, stored, method);
  if (reader.u16(at + 34, 'disk number') !== 0) throw zipInParts(reader.name);

  const { kind, mode } = readKind(reader.name, stored, madeBy, attributes);
  const { size, compressedSize, offset } = readSizes(reader, at, at + HEADER_SIZE + nameLength, extraLength);
  const entry = {
    path: stored.endsWith('/') ? stored.slice(0, -1) : stored,
    kind,
    mode,
    madeBy,
    method,
    modified: reader.u32(at + 12, 'time and date'),
    crc32: reader.u32(at + 16, 'CRC-32'),
    size,
    compressedSize,
    offset,
    end: 0,
    rawName,
  } as const;
  return { entry, length: HEADER_SIZE + nameLength + extraLength + reader.u16(at + 32, 'comment length') };
}

function readKind(
  file: string,
  stored: string,
  madeBy: number,
  attributes: number,
): { kind: ZipEntry['kind']; mode: number | undefined } {
  const isFolder = stored.endsWith('/');
  if (madeBy !== MADE_BY_UNIX && madeBy !== MADE_BY_MACOS) {
    return { kind: isFolder || (attributes & FAT_DIRECTORY) !== 0 ? 'directory' : 'file', mode: undefined };
  }
  const unix = attributes >>> 16;
  const mode = unix & 0o7777;
  const type = unix & TYPE_MASK;
  // Many tools write folders without any mode; unzip then makes them as it makes others.
  if (isFolder || type === TYPE_DIRECTORY) return { kind: 'directory', mode: unix === 0 ? undefined : mode };
  if (type === TYPE_SYMLINK) return { kind: 'symlink', mode };
  if (type === TYPE_REGULAR || type === 0) return { kind: 'file', mode };
  throw zipSpecialFile(file, stored, unix);
}

/** Sizes and offset; what does not fit in 32 bits stands in the zip64 extra field (APPNOTE 4.5.3), in this order. */
function readSizes(
  reader: ByteReader,
  at: number,
  extraAt: number,
  extraLength: number,
): Pick<ZipEntry, 'size' | 'compressedSize' | 'offset'> {
  // 20  compressed size                   4 bytes
  // 24  size                              4 bytes
  // 42  offset of the local header        4 bytes
  const compressedSize = reader.u32(at + 20, 'compressed size');
  const size = reader.u32(at + 24, 'size');
  const offset = reader.u32(at + 42, 'local header offset');
  if (size !== 0xffffffff && compressedSize !== 0xffffffff && offset !== 0xffffffff) {
    return { size, compressedSize, offset };
  }
  const extra = new ByteReader(reader.name, reader.slice(extraAt, extraLength, 'extra fields'), 'little');
  const field = findZip64Field(extra);
  if (field === undefined) return { size, compressedSize, offset };
  const wide = new ByteReader(reader.name, field, 'little');
  let next = 0;
  const widen = (narrow: number, what: string) => {
    if (narrow !== 0xffffffff) return narrow;
    next += 8;
    return wide.u64(next - 8, `zip64 ${what}`);
  };
  const wideSize = widen(size, 'size');
  const wideCompressedSize = widen(compressedSize, 'compressed size');
  return { size: wideSize, compressedSize: wideCompressedSize, offset: widen(offset, 'local header offset') };
}

function findZip64Field(extra: ByteReader): Uint8Array | undefined {
  for (let at = 0; at + 4 <= extra.bytes.length;) {
    const length = extra.u16(at + 2, 'extra field length');
    if (extra.u16(at, 'extra field id') === 1) return extra.slice(at + 4, length, 'zip64 extra field');
    at += 4 + length;
  }
  return undefined;
}

/** Gives each entry its end, and refuses entries that share bytes (the "better zip bomb", Fifield 2019). */
function withEnds(name: string, entries: EntryInDirectory[], directoryAt: number): ZipEntry[] {
  const byOffset = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, entry] of byOffset.entries()) {
    const next = byOffset[index + 1];
    entry.end = next?.offset ?? directoryAt;
    if (entry.offset + LOCAL_HEADER_SIZE + entry.rawName.length + entry.compressedSize > entry.end) {
      throw zipOverlap(name, entry.path, next?.path ?? 'the directory');
    }
  }
  return entries;
}
