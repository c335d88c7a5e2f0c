import { constants, inflateRawSync } from 'node:zlib';

/** Deflate puts its code tables first (RFC 1951, 3.2.7), so a few hundred bytes may pass before the first output. */
const STREAM_BYTES = 1024;

/**
 * The first bytes of a deflated stream, without unfolding the rest: at least `length` of them where the stream has so many.
 * Undefined when so little of the stream gives too few, or makes no sense: then read it whole, which says what is wrong.
 */
export function inflateHead(stream: Uint8Array, length: number): Uint8Array | undefined {
  try {
    const head = inflateRawSync(stream.subarray(0, STREAM_BYTES), { finishFlush: constants.Z_SYNC_FLUSH });
    return head.length >= length || stream.length <= STREAM_BYTES ? head.subarray(0, length) : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return undefined;
    throw error;
  }
}
