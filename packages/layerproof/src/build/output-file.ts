import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { removeTemporary, temporaryNameBeside } from '../artifact/temporary-file.ts';
import { type ZipSink, type ZipSource, type WrittenZip, writeZip } from '../formats/zip-writer.ts';

/** A layer zip on disk. */
export interface WrittenLayer extends WrittenZip {
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * Bytes gathered before they are hashed and written: a layer has thousands of small headers and files. A processor keeps so many
 * near; with 4 MiB the same takes a third longer.
 */
const BATCH = 256 * 1024;

/** Writes the entries as a zip into a new file, and hashes it on the way. System errors travel as they are. */
export function writeLayerFile(path: string, entries: Iterable<ZipSource>): WrittenLayer {
  const hash = createHash('sha256');
  const batch = Buffer.allocUnsafe(BATCH);
  let filled = 0;
  const file = openSync(path, 'wx');
  const put = (bytes: Uint8Array) => {
    hash.update(bytes);
    writeWhole(file, bytes);
  };
  const flush = () => {
    put(batch.subarray(0, filled));
    filled = 0;
  };
  const sink: ZipSink = {
    write(bytes) {
      // Also before what goes past the batch, which would else overtake what waits in it.
      if (filled + bytes.length > BATCH || bytes.length > BATCH / 2) flush();
      if (bytes.length > BATCH / 2) return put(bytes);
      batch.set(bytes, filled);
      filled += bytes.length;
    },
    openSpool: () => fileSpool(temporaryNameBeside(path)),
  };
  try {
    const zip = writeZip(entries, sink);
    flush();
    return { ...zip, sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
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
