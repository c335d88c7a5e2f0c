import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { cutShort } from './faults.ts';

/** Bytes that are read where they are asked for: a file that stays on disk, or memory. */
export interface RandomAccess {
  readonly size: number;
  /**
   * `length` bytes at `offset`. `field` says what is read, for the fault when the source ends before. A source that has to copy
   * them puts them into `buffer` when one is given that is large enough, and the answer is a part of it.
   */
  read(offset: number, length: number, field: string, buffer?: Uint8Array): Uint8Array;
  close(): void;
}

export function openBytes(name: string, bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read(offset, length, field) {
      if (offset + length > bytes.length) throw cutShort(name, field, offset, length, bytes.length);
      return bytes.subarray(offset, offset + length);
    },
    close() {},
  };
}

/** Opens the file and keeps it open. System errors (no such file, no permission) travel as they are. */
export function openFile(path: string, name: string): RandomAccess {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  let open = true;
  return {
    size,
    read(offset, length, field, buffer) {
      // The number of a closed descriptor may already belong to another file.
      if (!open) throw new Error(`${name} was read after it was closed`);
      // Checked first, so that a length made up by a damaged file never becomes an allocation.
      if (offset + length > size) throw cutShort(name, field, offset, length, size);
      const fits = buffer !== undefined && buffer.length >= length;
      const bytes = fits ? buffer.subarray(0, length) : Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const count = readSync(descriptor, bytes, filled, length - filled, offset + filled);
        if (count === 0) throw cutShort(name, field, offset, length, offset + filled);
        filled += count;
      }
      return bytes;
    },
    close() {
      if (open) closeSync(descriptor);
      open = false;
    },
  };
}
