// The records of a zip: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.14 to 4.3.16; zip64 in 4.5.3.

/** What both headers of an entry say. */
export interface EntryFacts {
  readonly name: Buffer;
  /** The type and permission bits of st_mode (POSIX sys/stat.h). */
  readonly mode: number;
  readonly method: 0 | 8;
  readonly crc32: number;
  /** Bytes once unzipped. */
  readonly size: number;
  readonly compressedSize: number;
}

const LOCAL_HEADER = 0x04034b50;
const HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_FIELD = 1;

/** 1980-01-01 00:00, the first moment that the format can say (4.4.6: MS-DOS date and time). */
const DOS_DATE = 0x0021;
const DOS_TIME = 0;
/** The name is UTF-8 (4.4.4, bit 11). */
const FLAGS = 0x0800;
/** 2.0, the first version with deflate (4.4.3). */
const VERSION_NEEDED = 20;
/** 4.5, the first one with zip64 (4.4.3). */
const VERSION_ZIP64 = 45;
/** Unix in the upper byte, so that the permission bits count (4.4.2). */
const MADE_BY_UNIX = 3 << 8;
/** Says that the value stands in a zip64 record; so it can never be the value itself (4.4.1.4). */
const IN_ZIP64_16 = 0xffff;
const IN_ZIP64_32 = 0xffffffff;

/** What stands before the entry's data: the local header with the name, and zip64 sizes only where they are needed. */
export function localHeader(facts: EntryFacts): Buffer {
  const wide = isWide(facts) ? zip64Field([facts.size, facts.compressedSize]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  //  0  signature                         4 bytes
  header.writeUInt32LE(LOCAL_HEADER, 0);
  //  4  version needed                    2 bytes
  header.writeUInt16LE(isWide(facts) ? VERSION_ZIP64 : VERSION_NEEDED, 4);
  //  6  flags to length of the name      22 bytes, the same in both headers
  writeShared(header, 6, facts);
  // 28  length of the extra fields        2 bytes
  header.writeUInt16LE(wide.length, 28);
  return Buffer.concat([header, facts.name, wide]);
}

/** The entry in the directory. `offset` is where its local header starts. */
export function directoryHeader(facts: EntryFacts, offset: number): Buffer {
  const wideSizes = isWide(facts) ? [facts.size, facts.compressedSize] : [];
  const wideOffset = offset >= IN_ZIP64_32 ? [offset] : [];
  const values = [...wideSizes, ...wideOffset];
  const wide = values.length > 0 ? zip64Field(values) : Buffer.alloc(0);
  const version = values.length > 0 ? VERSION_ZIP64 : VERSION_NEEDED;
  const header = Buffer.alloc(46);
  //  0  signature                         4 bytes
  header.writeUInt32LE(HEADER, 0);
  //  4  version and system made by        2 bytes
  header.writeUInt16LE(MADE_BY_UNIX | version, 4);
  //  6  version needed                    2 bytes
  header.writeUInt16LE(version, 6);
  //  8  flags to length of the name      22 bytes
  writeShared(header, 8, facts);
  // 30  length of the extra fields        2 bytes
  header.writeUInt16LE(wide.length, 30);
  // 38  external attributes               4 bytes: st_mode in the upper half
  header.writeUInt32LE((facts.mode << 16) >>> 0, 38);
  // 42  offset of the local header        4 bytes
  header.writeUInt32LE(Math.min(offset, IN_ZIP64_32), 42);
  return Buffer.concat([header, facts.name, wide]);
}

/** The end of the zip; with the zip64 records before it only when a number does not fit in the plain one. */
export function endRecords(count: number, directorySize: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_RECORD, 0);
  //  8  entries on this disk              2 bytes
  end.writeUInt16LE(Math.min(count, IN_ZIP64_16), 8);
  end.writeUInt16LE(Math.min(count, IN_ZIP64_16), 10);
  end.writeUInt32LE(Math.min(directorySize, IN_ZIP64_32), 12);
  end.writeUInt32LE(Math.min(directoryOffset, IN_ZIP64_32), 16);
  if (count < IN_ZIP64_16 && directorySize < IN_ZIP64_32 && directoryOffset < IN_ZIP64_32) return end;
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(ZIP64_END_RECORD, 0);
  //  4  size of the rest of this record   8 bytes
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(MADE_BY_UNIX | VERSION_ZIP64, 12);
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
  // 16  number of disks                   4 bytes
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([wide, locator, end]);
}

/** The local header must hold both sizes in zip64, or none of them (4.5.3). */
function isWide({ size, compressedSize }: EntryFacts): boolean {
  return size >= IN_ZIP64_32 || compressedSize >= IN_ZIP64_32;
}

function zip64Field(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length);
  field.writeUInt16LE(ZIP64_FIELD, 0);
  field.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return field;
}

/** Flags, method, time, date, CRC-32, compressed size, size, length of the name. */
function writeShared(header: Buffer, at: number, facts: EntryFacts): void {
  header.writeUInt16LE(FLAGS, at);
  header.writeUInt16LE(facts.method, at + 2);
  header.writeUInt16LE(DOS_TIME, at + 4);
  header.writeUInt16LE(DOS_DATE, at + 6);
  header.writeUInt32LE(facts.crc32, at + 8);
  header.writeUInt32LE(isWide(facts) ? IN_ZIP64_32 : facts.compressedSize, at + 12);
  header.writeUInt32LE(isWide(facts) ? IN_ZIP64_32 : facts.size, at + 16);
  header.writeUInt16LE(facts.name.length, at + 20);
}
