import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { removeTemporary, temporaryNameBeside } from '../artifact/temporary-file.ts';
import type { HashFile } from './file-hash.ts';
import { BATCH } from './hash-memory.ts';
import { type ZipSink, type ZipSource, type WrittenZip, writeZip } from '../formats/zip-writer.ts';

/** A layer zip on disk. */
export interface WrittenLayer extends WrittenZip {
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Writes the entries as a zip into a new file, and hashes it on the way. System errors travel as they are. */
export function writeLayerFile(path: string, entries: Iterable<ZipSource>, hashFile: HashFile): WrittenLayer {
  const file = openSync(path, 'wx+');
  const hash = hashFile(file);
  // A layer has thousands of small headers and files: they are gathered.
  const batch = Buffer.allocUnsafe(BATCH);
  let filled = 0;
  const flush = () => {
    const bytes = batch.subarray(0, filled);
    writeWhole(file, bytes);
    hash.add(bytes);
    filled = 0;
  };
  const sink: ZipSink = {
    write(bytes) {
      for (let at = 0; at < bytes.length;) {
        const part = bytes.subarray(at, at + batch.length - filled);
        if (!isAt(part, batch, filled)) batch.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === batch.length) flush();
      }
    },
    room: () => batch.subarray(filled),
    openSpool: () => fileSpool(temporaryNameBeside(path)),
  };
  try {
    const zip = writeZip(entries, sink);
    flush();
    return { ...zip, sha256: hash.digest() };
  } finally {
    closeSync(file);
  }
}

/** True for bytes that lie in the batch already, at their place. */
function isAt(part: Uint8Array, batch: Uint8Array, place: number): boolean {
  return part.buffer === batch.buffer && part.byteOffset === batch.byteOffset + place;
}

/** A spool in a file of its own, which goes when it is closed. */
function fileSpool(path: string): ReturnType<NonNullable<ZipSink['openSpool']>> {
  const file = openSync(path, 'wx+');
  return {
    write: (bytes) => writeWhole(file, bytes),
    *pieces() {
      const buffer = Buffer.allocUnsafe(BATCH);
      for (let at = 0; ;) {
        const read = readSync(file, buffer, 0, BATCH, at);
        if (read === 0) return;
        at += read;
        yield buffer.subarray(0, read);
      }
    },
    close() {
      closeSync(file);
      removeTemporary(path);
    },
  };
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}
