// Deflate by a compressor that is part of the lock: Node's zlib gives other bytes from version to version and from CPU to CPU.
import { crc32 } from 'node:zlib';
import { Deflate, deflateSync } from 'fflate';

/** Bytes kept until they are asked for again. */
export interface Spool {
  write(bytes: Uint8Array): void;
  /** What was written, from its start; a piece is good until the next one is asked for. */
  pieces(): Iterable<Uint8Array>;
  close(): void;
}

/** The best that fflate does: 1 to 3 % larger than zlib's level 6 on Python code, text and libraries. */
const LEVEL = 9;
/** The compressor gives other bytes for other pieces, so they always have this length. */
const PIECE = 1 << 20;
/** Bits of the hash table beyond 12; fflate's own choice goes by a logarithm, which no standard makes the same everywhere. */
const LARGEST_TABLE = 8;

/** The bytes deflated, or undefined where that is not shorter. */
export function deflateWhole(bytes: Uint8Array): Uint8Array | undefined {
  // Deflating nothing still costs a set of tables, and layers hold many empty `__init__.py`.
  if (bytes.length === 0) return undefined;
  const bits = 32 - Math.clz32(bytes.length);
  const deflated = deflateSync(bytes, { level: LEVEL, mem: tableFor(bits) });
  return deflated.length < bytes.length ? deflated : undefined;
}

/** A table of as many places as there are bytes, within what fflate takes. */
function tableFor(bits: number): TableBits {
  return TABLES[Math.max(0, Math.min(bits - 12, LARGEST_TABLE))] ?? LARGEST_TABLE;
}

const TABLES = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
type TableBits = (typeof TABLES)[number];

export interface Deflated {
  /** Bytes that went in. */
  readonly size: number;
  readonly crc32: number;
  /** Bytes that came out. */
  readonly compressedSize: number;
}

/** Deflates the pieces into the spool, which takes the memory of a few pieces, whatever they come to. */
export function deflateInto(spool: Spool, pieces: Iterable<Uint8Array>): Deflated {
  let size = 0;
  let crc = 0;
  let compressedSize = 0;
  const compressor = new Deflate({ level: LEVEL, mem: LARGEST_TABLE }, (deflated) => {
    compressedSize += deflated.length;
    spool.write(deflated);
  });
  for (const piece of inEqualPieces(pieces)) {
    size += piece.length;
    crc = crc32(piece, crc);
    compressor.push(piece);
  }
  compressor.push(new Uint8Array(), true);
  return { size, crc32: crc, compressedSize };
}

function* inEqualPieces(pieces: Iterable<Uint8Array>): Generator<Uint8Array, void, undefined> {
  const gathered = new Uint8Array(PIECE);
  let filled = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + PIECE - filled);
      gathered.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < PIECE) continue;
      yield gathered;
      filled = 0;
    }
  }
  if (filled > 0) yield gathered.subarray(0, filled);
}

/** A spool in memory. */
export function memorySpool(): Spool {
  const kept: Uint8Array[] = [];
  return {
    // The compressor makes each of its outputs anew.
    write: (bytes) => void kept.push(bytes),
    pieces: () => kept,
    close: () => void kept.splice(0),
  };
}
