import { crc32, inflateRawSync } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { zipBadStream, zipEntryTooLarge, zipHeadersDiffer, zipOverlap } from './faults.ts';
import { openBytes, openFile, type RandomAccess } from './random-access.ts';
import { LOCAL_HEADER_SIZE, readZipDirectory, type ZipEntry } from './zip-directory.ts';

export type { ZipEntry } from './zip-directory.ts';

export interface ZipArchive {
  /** The path it was opened by, or the name given with its bytes. */
  readonly name: string;
  /** Bytes of the whole file. */
  readonly size: number;
  /** In the order of the zip's directory; a name may occur more than once. */
  readonly entries: readonly ZipEntry[];
  /** The entry's stream as it is stored, not inflated. */
  readRaw(entry: ZipEntry): Uint8Array;
  /**
   * The same stream by pieces, which takes the memory of one. A piece is good until the next one of this zip is asked for. With
   * `room`, most of a large stream is read into what that gives, as much of it as there is: it need not be copied there.
   */
  readRawPieces(entry: ZipEntry, room?: () => Uint8Array): Iterable<Uint8Array>;
  /** The entry's bytes, inflated and checked against their CRC-32. */
  read(entry: ZipEntry): Uint8Array;
  /** Gives the same bytes to `use` alone, and frees their memory at once: large ones would wait long for the garbage collector. */
  lend<T>(entry: ZipEntry, use: (bytes: Uint8Array) => T): T;
  close(): void;
}

const LOCAL_HEADER = 0x04034b50;
/** 1 GiB, four times what Lambda takes for a function with all its layers. */
const LARGEST_ENTRY = 1024 * 1024 * 1024;
/** Most local extra fields fit in this, so that header and stream take one read. */
const USUAL_EXTRA = 64;
/** 64 MiB; larger streams are rare. */
const LARGEST_SCRATCH = 64 << 20;
/** What a processor keeps near: larger pieces are copied and hashed more slowly. */
const PIECE = 256 * 1024;
/** What is read along with a local header where the rest has another place: so much is copied in no time. */
const FIRST_PIECE = 16 * 1024;

/**
 * Opens a zip by its path, reading from disk only what is asked for, or from bytes in memory. The directory is read and
 * checked at once; each entry's local header and data when they are read.
 *
 * @throws Fault for a damaged, encrypted or ambiguous zip. A file that cannot be opened is the system's error.
 */
export function openZip(pathOrBytes: string | Uint8Array, name?: string): ZipArchive {
  const label = name ?? (typeof pathOrBytes === 'string' ? pathOrBytes : 'zip');
  return openZipIn(
    typeof pathOrBytes === 'string' ? openFile(pathOrBytes, label) : openBytes(label, pathOrBytes),
    label,
  );
}

/** Opens a zip whose bytes come from wherever `source` has them; it is closed with the archive. @throws as {@link openZip}. */
export function openZipIn(source: RandomAccess, label: string): ZipArchive {
  try {
    const entries = readZipDirectory(label, source);
    let buffer: Uint8Array | undefined;
    const read = (entry: ZipEntry) =>
      inflate(label, entry, readRaw(label, source, entry, entry.method === 0 ? undefined : scratch(entry)));
    return {
      name: label,
      size: source.size,
      entries,
      readRaw: (entry) => readRaw(label, source, entry),
      readRawPieces: (entry, room) => rawPieces(label, source, entry, (buffer ??= Buffer.allocUnsafe(PIECE)), room),
      read,
      lend(entry, use) {
        const bytes = read(entry);
        if (shared.length > LARGEST_KEPT) {
          free(shared);
          shared = new Uint8Array();
        }
        try {
          return use(bytes);
        } finally {
          // What is stored may be a part of somebody's bytes.
          if (entry.method !== 0) free(bytes);
        }
      },
      close: () => source.close(),
    };
  } catch (error) {
    source.close();
    throw error;
  }
}

/** Streams that are inflated at once are read here, one after the other: as garbage they would fill the memory. */
let shared: Uint8Array = new Uint8Array();
/** 4 MiB; few streams are larger. */
const LARGEST_KEPT = 4 << 20;

/** What is smaller may be a part of a pool of Node's, which makes them of up to 64 KiB. */
const SMALLEST_FREED = 128 << 10;

/** Frees large memory that nobody else may use any more. */
function free({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength >= SMALLEST_FREED) buffer.transfer(0);
}

function scratch({ compressedSize, rawName }: ZipEntry): Uint8Array | undefined {
  const length = LOCAL_HEADER_SIZE + rawName.length + USUAL_EXTRA + compressedSize;
  if (length > LARGEST_SCRATCH) return undefined;
  if (shared.length < length) shared = Buffer.allocUnsafeSlow(length);
  return shared;
}

function readRaw(file: string, source: RandomAccess, entry: ZipEntry, buffer?: Uint8Array): Uint8Array {
  if (entry.compressedSize > LARGEST_ENTRY) {
    throw zipEntryTooLarge(file, entry.path, entry.compressedSize, LARGEST_ENTRY);
  }
  const read = readHead(source, entry, entry.compressedSize, buffer);
  const dataOffset = dataOffsetIn(file, read, entry);
  if (dataOffset + entry.compressedSize <= read.length) {
    return read.subarray(dataOffset, dataOffset + entry.compressedSize);
  }
  return source.read(entry.offset + dataOffset, entry.compressedSize, `data of ${entry.path}`, buffer);
}

function* rawPieces(
  file: string,
  source: RandomAccess,
  entry: ZipEntry,
  buffer: Uint8Array,
  room?: () => Uint8Array,
): Generator<Uint8Array, void, undefined> {
  const most = (room === undefined ? PIECE : FIRST_PIECE) - LOCAL_HEADER_SIZE - USUAL_EXTRA - entry.rawName.length;
  const read = readHead(source, entry, Math.max(0, Math.min(entry.compressedSize, most)), buffer);
  const dataOffset = dataOffsetIn(file, read, entry);
  const first = read.subarray(dataOffset, dataOffset + entry.compressedSize);
  if (first.length > 0) yield first;
  for (let at = first.length; at < entry.compressedSize;) {
    const place = room?.() ?? buffer;
    const length = Math.min(place.length, entry.compressedSize - at);
    yield source.read(entry.offset + dataOffset + at, length, `data of ${entry.path}`, place);
    at += length;
  }
}

/** The local header with the start of the data: as many bytes of it as wanted, where its extra fields are no longer than usual. */
function readHead(source: RandomAccess, entry: ZipEntry, wanted: number, buffer?: Uint8Array): Uint8Array {
  const likelyLength = LOCAL_HEADER_SIZE + entry.rawName.length + USUAL_EXTRA + wanted;
  const length = Math.min(likelyLength, entry.end - entry.offset);
  return source.read(entry.offset, length, `local header of ${entry.path}`, buffer);
}

/** Where the data starts in bytes that start with the local header. They lie before the next entry. */
function dataOffsetIn(file: string, read: Uint8Array, entry: ZipEntry): number {
  const dataOffset = checkLocalHeader(new ByteReader(file, read, 'little'), entry);
  if (entry.offset + dataOffset + entry.compressedSize > entry.end) {
    throw zipOverlap(file, entry.path, 'what follows it');
  }
  return dataOffset;
}

/**
 * The offset of the data, from the start of the local header (APPNOTE.TXT 4.3.7).
 *
 * Sizes and CRC-32 are zero here when a data descriptor follows the data, so the directory's are the ones that count.
 */
function checkLocalHeader(header: ByteReader, entry: ZipEntry): number {
  const { name } = header;
  const { path, rawName } = entry;
  if (header.u32(0, 'local header signature') !== LOCAL_HEADER) {
    throw zipHeadersDiffer(name, path, `there is no local header at byte ${entry.offset}, where the directory points`);
  }
  //  8  method                            2 bytes
  // 26  length of the name                2 bytes
  // 28  length of the extra fields        2 bytes
  // 30  name, extra fields
  const method = header.u16(8, 'local method');
  if (method !== entry.method) {
    throw zipHeadersDiffer(name, path, `the directory says method ${entry.method}, its local header ${method}`);
  }
  const nameLength = header.u16(26, 'local name length');
  const localName =
    nameLength === rawName.length ? header.slice(LOCAL_HEADER_SIZE, nameLength, 'local name') : undefined;
  if (localName === undefined || Buffer.compare(localName, rawName) !== 0) {
    throw zipHeadersDiffer(name, path, 'its local header gives another name');
  }
  return LOCAL_HEADER_SIZE + nameLength + header.u16(28, 'local extra length');
}

function inflate(file: string, entry: ZipEntry, raw: Uint8Array): Uint8Array {
  if (entry.size > LARGEST_ENTRY) throw zipEntryTooLarge(file, entry.path, entry.size, LARGEST_ENTRY);
  const bytes = entry.method === 0 ? raw : inflateRaw(file, entry, raw);
  if (bytes.length !== entry.size) {
    const fact = `it holds ${bytes.length} bytes, but the directory says ${entry.size}`;
    throw zipBadStream(file, entry.path, fact);
  }
  const found = crc32(bytes);
  if (found !== entry.crc32) {
    const fact = `its CRC-32 is ${found.toString(16)}, but the directory says ${entry.crc32.toString(16)}`;
    throw zipBadStream(file, entry.path, fact);
  }
  return bytes;
}

function inflateRaw(file: string, entry: ZipEntry, raw: Uint8Array): Uint8Array {
  try {
    // One byte more than announced, so that a longer stream is noticed and never unfolds further.
    return inflateRawSync(raw, { maxOutputLength: entry.size + 1, chunkSize: chunkSize(entry.size + 1, raw.length) });
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw zipBadStream(file, entry.path, `its stream does not inflate to the ${entry.size} bytes announced`, error);
  }
}

/** Bytes that one byte of a deflated stream can become at most (https://zlib.net/zlib_tech.html). */
const HIGHEST_RATIO = 1032;
const SMALLEST_CHUNK = 1024;
const LARGEST_CHUNK = 64 * 1024 * 1024;

/** One buffer for the whole output where that is possible, but never more than the stream can fill, whatever was announced. */
function chunkSize(announced: number, streamLength: number): number {
  return Math.max(SMALLEST_CHUNK, Math.min(announced, streamLength * HIGHEST_RATIO, LARGEST_CHUNK));
}

/** zlib's own codes (Z_DATA_ERROR, Z_BUF_ERROR) and Node's for output over the limit. */
function isZlibError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE';
}
