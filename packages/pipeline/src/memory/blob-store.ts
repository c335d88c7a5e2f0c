import type { BlobStore } from '../ports.ts';

/** Bytes are copied on the way in and out: a caller that reuses its buffer changes nothing that is stored. */
export function memoryBlobStore(): BlobStore {
  const blobs = new Map<string, Uint8Array>();
  return {
    async read(key) {
      return blobs.get(key)?.slice();
    },
    async size(key) {
      return blobs.get(key)?.byteLength;
    },
    async write(key, bytes) {
      blobs.set(key, bytes.slice());
    },
  };
}
