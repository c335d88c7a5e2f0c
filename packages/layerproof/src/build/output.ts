import { realpathSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolders } from '../artifact/make-folders.ts';
import { removeTemporary, temporaryNameBeside } from '../artifact/temporary-file.ts';
import { writeProblem } from '../artifact/write-problem.ts';
import type { ZipSource } from '../formats/zip-writer.ts';
import { type HashFile, ownFileHash } from './file-hash.ts';
import { outputNotWritable } from './faults.ts';
import { commitFiles, type StagedFile } from './output-commit.ts';
import { type WrittenLayer, writeLayerFile } from './output-file.ts';

export type { WrittenLayer } from './output-file.ts';

/**
 * Files that belong together: each is written under a temporary name, and all take their places at the end. A reader sees
 * whole files only, and a failure before the end leaves what was there.
 */
export interface Output {
  writeText(path: string, text: string): void;
  writeLayer(path: string, entries: Iterable<ZipSource>): WrittenLayer;
  /** Puts the files in their places: all of them, or none. */
  commit(): void;
  /** Removes what was not put in its place, and the folders made for it; call it in any case. */
  discard(): void;
}

/** `hashFile` makes the hash of a layer. @throws Fault `output-not-writable` from each of its methods. */
export function openOutput(hashFile: HashFile = ownFileHash): Output {
  const staged: StagedFile[] = [];
  const folders: string[] = [];
  const stage = <T>(named: string, write: (temporary: string) => T): T =>
    namingThePath(named, () => {
      const path = placeOf(named);
      folders.push(...makeFolders(dirname(path)));
      const temporary = temporaryNameBeside(path);
      staged.push({ path, temporary });
      return write(temporary);
    });
  return {
    writeText: (path, text) => stage(path, (temporary) => writeFileSync(temporary, text, { flag: 'wx' })),
    writeLayer: (path, entries) => stage(path, (temporary) => writeLayerFile(temporary, entries, hashFile)),
    commit() {
      namingThePath(staged[0]?.path ?? '', () => commitFiles(staged));
      staged.splice(0);
      folders.splice(0);
    },
    discard() {
      for (const { temporary } of staged.splice(0)) removeTemporary(temporary);
      for (const folder of folders.splice(0).toReversed()) removeEmpty(folder);
    },
  };
}

/**
 * The place that a file of that name takes: where a link is, the one that it leads to, as `/dev/stdout` may lead to a file.
 *
 * @throws Fault `output-not-writable` for a place that a rename would take from what is no file: `/dev/null` is the whole machine's.
 */
function placeOf(path: string): string {
  const taken = statSync(path, { throwIfNoEntry: false });
  if (taken === undefined) return path;
  if (taken.isDirectory()) throw outputNotWritable(path, 'it is a folder');
  if (!taken.isFile()) throw outputNotWritable(path, 'it is a device, a pipe or a socket');
  return realpathSync(path);
}

/** Another build may have put something there meanwhile. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return;
    throw error;
  }
}

function namingThePath<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const reason = writeProblem(error);
    if (reason === undefined) throw error;
    throw outputNotWritable(destinationOf(error) ?? path, reason, error);
  }
}

/** The place that a rename was to fill (Node's `SystemError.dest`). */
function destinationOf(error: unknown): string | undefined {
  return error instanceof Error && 'dest' in error && typeof error.dest === 'string' ? error.dest : undefined;
}
