/**
 * Frees the memory of bytes that nobody will look at again, at once: pieces of large files become garbage faster than it is
 * collected, since what the collector sees of them is small. Bytes that are a part of something larger stay.
 */
export function freeMemory({ buffer, length }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === length) buffer.transfer(0);
}
