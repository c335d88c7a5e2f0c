/** Bytes that are written, and read again to be hashed, at once: what a processor keeps near. */
export const BATCH = 256 * 1024;

/** Places in `counts`: what the thread does, the descriptor of the file, and how many whole batches are in it. */
export const STATE = 0;
export const FILE = 1;
export const WRITTEN = 2;
const COUNTS = 3;

/** Values of the state, in this order; before the first, the thread has not started. */
export const READY = 1;
export const ENDED = 2;
export const DONE = 3;
export const FAILED = 4;

const DIGEST = 32;

/** What the thread that writes a file shares with the one that hashes it. */
export interface HashMemory {
  readonly shared: SharedArrayBuffer;
  readonly counts: Int32Array;
  /** The sha256, when it is done. */
  readonly digest: Uint8Array;
}

/** Lays the memory out, new or as the other thread got it. */
export function hashMemory(shared: SharedArrayBuffer = new SharedArrayBuffer(4 * COUNTS + DIGEST)): HashMemory {
  return {
    shared,
    counts: new Int32Array(shared, 0, COUNTS),
    digest: new Uint8Array(shared, 4 * COUNTS, DIGEST),
  };
}
