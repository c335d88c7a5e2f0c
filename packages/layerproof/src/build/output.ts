import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { temporaryNameBeside } from '../artifact/temporary-file.ts';
import { writeProblem } from '../artifact/write-problem.ts';
import { outputNotWritable } from './faults.ts';
import { type WrittenZip, type ZipSource, writeZip } from '../formats/zip-writer.ts';

/** A layer zip on disk. */
export interface WrittenLayer extends WrittenZip {
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * Files that belong together: each is written under a temporary name, and all take their places at the end. A reader sees
 * whole files only, and a failure before the end leaves what was there.
 */
export interface Output {
  writeText(path: string, text: string): void;
  writeLayer(path: string, entries: Iterable<ZipSource>): WrittenLayer;
  /** Puts the files in their places. */
  commit(): void;
  /** Removes what was not put in its place; call it in any case. */
  discard(): void;
}

/** @throws Fault `output-not-writable` from each of its methods. */
export function openOutput(): Output {
  const staged = new Map<string, string>();
  const stage = <T>(path: string, write: (temporary: string) => T): T =>
    namingThePath(path, () => {
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
        throw outputNotWritable(path, 'it is a folder');
      mkdirSync(dirname(path), { recursive: true });
      const temporary = temporaryNameBeside(path);
      staged.set(path, temporary);
      return write(temporary);
    });
  return {
    writeText: (path, text) => stage(path, (temporary) => writeFileSync(temporary, text, { flag: 'wx' })),
    writeLayer: (path, entries) => stage(path, (temporary) => writeHashed(temporary, entries)),
    commit() {
      for (const [path, temporary] of staged) namingThePath(path, () => renameSync(temporary, path));
      staged.clear();
    },
    discard() {
      for (const temporary of staged.values()) rmSync(temporary, { force: true });
      staged.clear();
    },
  };
}

function namingThePath<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const reason = writeProblem(error);
    if (reason === undefined) throw error;
    throw outputNotWritable(path, reason, error);
  }
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
