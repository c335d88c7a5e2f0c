import { crc32, createInflateRaw } from 'node:zlib';
import { noteGarbage } from '../../artifact/collect-garbage.ts';
import { codeRanges } from '../../formats/elf-code.ts';
import { freeMemory } from '../../formats/free-memory.ts';
import { zipBadStream } from '../../formats/faults.ts';
import type { ZipArchive, ZipEntry } from '../../formats/zip-reader.ts';

/** Up to here a file is inflated at once, on this thread; larger ones in pieces, on zlib's. */
const AT_ONCE = 1024 * 1024;
/** Up to here a file is also given whole. No source that a Python imports is larger. */
const LARGEST_WHOLE = 16 * 1024 * 1024;
/** 1 GiB, four times what Lambda takes. */
const LARGEST_LIBRARY = 1024 * 1024 * 1024;
/** How an ELF file starts (https://www.sco.com/developers/gabi/latest/ch4.eheader.html#elfid). */
const ELF_START = Buffer.from('\x7fELF');
const PIECE = 256 * 1024;

export interface Unfolded {
  /** A piece of the bytes, in order; good until the next one. */
  part(bytes: Uint8Array): void;
  /**
   * All of them, for files of up to 16 MiB and for libraries; of larger libraries there are zeros in the place of their code, which nobody
   * reads and which is most of them. Gone once this has returned.
   */
  whole(bytes: Uint8Array): void;
}

/** The bytes of an entry with bounded memory, checked against its size and CRC-32. @throws Fault of a damaged zip. */
export async function unfold(archive: ZipArchive, entry: ZipEntry, to: Unfolded): Promise<void> {
  if (entry.size <= AT_ONCE) {
    archive.lend(entry, (bytes) => {
      to.part(bytes);
      to.whole(bytes);
    });
    return noteGarbage(entry.size);
  }
  let kept: Kept | undefined;
  let size = 0;
  let sum = 0;
  const take = (bytes: Uint8Array) => {
    size += bytes.length;
    if (size > entry.size) throw wrong(archive, entry, `it goes on behind the ${entry.size} bytes announced`);
    sum = crc32(bytes, sum);
    to.part(bytes);
    if (size === bytes.length && isGivenWhole(entry, bytes)) kept = keep(entry, bytes);
    kept?.put(bytes, size - bytes.length);
  };
  if (entry.method === 0) for (const piece of archive.readRawPieces(entry)) take(piece);
  else await inflate(archive, entry, take);
  if (size !== entry.size) throw wrong(archive, entry, `it holds ${size} bytes, but the directory says ${entry.size}`);
  if (sum !== entry.crc32) {
    throw wrong(
      archive,
      entry,
      `its CRC-32 is ${sum.toString(16)}, but the directory says ${entry.crc32.toString(16)}`,
    );
  }
  if (kept === undefined) return;
  try {
    to.whole(kept.bytes);
  } finally {
    kept.free();
  }
}

interface Kept {
  readonly bytes: Uint8Array;
  put(piece: Uint8Array, at: number): void;
  free(): void;
}

/**
 * Keeps what comes by pieces, in memory that goes back to the system at once: what a C library has given out, it keeps in good part.
 * Pages that nothing is put on take none.
 */
function keep({ path, size }: ZipEntry, start: Uint8Array): Kept {
  const buffer = new ArrayBuffer(0, { maxByteLength: size });
  buffer.resize(size);
  const bytes = new Uint8Array(buffer);
  const left = size > LARGEST_WHOLE ? codeRanges(path, start) : [];
  return {
    bytes,
    put(piece, at) {
      if (left.some(({ from, to }) => from <= at && at + piece.length <= to)) return;
      bytes.set(piece, at);
    },
    free: () => void buffer.transferToFixedLength(0),
  };
}

function isGivenWhole({ size }: ZipEntry, start: Uint8Array): boolean {
  if (size <= LARGEST_WHOLE) return true;
  return size <= LARGEST_LIBRARY && ELF_START.equals(start.subarray(0, ELF_START.length));
}

async function inflate(archive: ZipArchive, entry: ZipEntry, take: (bytes: Uint8Array) => void): Promise<void> {
  const stream = createInflateRaw({ chunkSize: PIECE });
  const ended = new Promise<void>((resolve, reject) => void stream.once('end', resolve).once('error', reject));
  // It may fail while nobody waits for it yet.
  ended.catch(() => undefined);
  stream.on('data', (bytes: Buffer) => {
    try {
      take(bytes);
      // A full piece is nobody else's: zlib goes on to another.
      if (bytes.length === PIECE) freeMemory(bytes);
    } catch (error) {
      stream.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  try {
    // Each piece is used up before the next one takes its place; what comes behind the end of a stream never is.
    for (const piece of archive.readRawPieces(entry)) {
      await Promise.race([ended, new Promise<void>((resolve) => void stream.write(piece, () => resolve()))]);
      if (stream.readableEnded) break;
    }
    stream.end();
    await ended;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_')) throw error;
    throw wrong(archive, entry, `its stream does not inflate to the ${entry.size} bytes announced`, error);
  } finally {
    stream.destroy();
  }
}

function wrong({ name }: ZipArchive, { path }: ZipEntry, fact: string, cause?: unknown): Error {
  return zipBadStream(name, path, fact, cause);
}
