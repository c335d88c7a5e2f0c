import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { temporaryNameBeside } from '../artifact/temporary-file.ts';
import { type WrittenZip, type ZipSource, writeZip } from '../formats/zip-writer.ts';

/** A layer zip on disk. */
export interface WrittenLayer extends WrittenZip {
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Files that appear together: each is written under a temporary name, and all take their places at the end, or none does. */
export interface Output {
  writeText(path: string, text: string): void;
  writeLayer(path: string, entries: Iterable<ZipSource>): WrittenLayer;
  /** Puts the files in their places. */
  commit(): void;
  /** Removes what was not committed; call it in any case. */
  discard(): void;
}

export function openOutput(): Output {
  const staged = new Map<string, string>();
  const stage = (path: string) => {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = temporaryNameBeside(path);
    staged.set(path, temporary);
    return temporary;
  };
  return {
    writeText: (path, text) => writeFileSync(stage(path), text, { flag: 'wx' }),
    writeLayer: (path, entries) => writeHashed(stage(path), entries),
    commit() {
      for (const [path, temporary] of staged) renameSync(temporary, path);
      staged.clear();
    },
    discard() {
      for (const temporary of staged.values()) rmSync(temporary, { force: true });
      staged.clear();
    },
  };
}

/** Bytes gathered before they go to the disk: a layer has thousands of small headers and files. */
const BATCH = 4 << 20;

function writeHashed(path: string, entries: Iterable<ZipSource>): WrittenLayer {
  const hash = createHash('sha256');
  const batch = Buffer.allocUnsafe(BATCH);
  let filled = 0;
  const file = openSync(path, 'wx');
  const put = (bytes: Uint8Array) => {
    hash.update(bytes);
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  };
  const flush = () => {
    put(batch.subarray(0, filled));
    filled = 0;
  };
  try {
    const zip = writeZip(entries, {
      write(bytes) {
        if (filled + bytes.length > BATCH) flush();
        if (bytes.length > BATCH) return put(bytes);
        batch.set(bytes, filled);
        filled += bytes.length;
      },
    });
    flush();
    return { ...zip, sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
}
