import { closeSync, existsSync, linkSync, lstatSync, openSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeTemporary, temporaryNameBeside } from '../artifact/temporary-file.ts';

/** A file that is written, and the place that it will take. Absolute paths. */
export interface StagedFile {
  readonly path: string;
  readonly temporary: string;
}

/**
 * Puts the files in their places: all of them, or none. Each takes its place by a rename, which no reader sees half done; when one
 * cannot, those before it go back to what they were. Two processes that do so in one folder do it one after the other.
 *
 * @throws the system's error of the file that could not take its place, with its `path`.
 */
export function commitFiles(files: readonly StagedFile[]): void {
  const [first] = files;
  if (first === undefined) return;
  const release = takeTurn(join(dirname(first.path), `.${basename(first.path)}.turn`));
  const placed: Place[] = [];
  try {
    for (const { path, temporary } of files) {
      const place = placeAt(path);
      try {
        renameSync(temporary, path);
      } catch (error) {
        place.forget();
        throw error;
      }
      placed.push(place);
    }
  } catch (error) {
    for (const place of placed.toReversed()) place.restore();
    throw error;
  } finally {
    for (const place of placed) place.forget();
    release();
  }
}

/** A place that a new file takes. */
interface Place {
  /** Makes it what it was, once the new file is there. */
  restore(): void;
  /** Lets go of what was there. */
  forget(): void;
}

function placeAt(path: string): Place {
  if (!existsSync(path)) return { restore: () => rmSync(path, { force: true }), forget() {} };
  const kept = temporaryNameBeside(path);
  try {
    // A second name, and no rename: the first one is never without a file, not even when the power fails.
    linkSync(path, kept);
  } catch (error) {
    // Some file systems know no second names (FAT), some users may not give them: then the new file has to stay.
    if (error instanceof Error && 'code' in error) return { restore() {}, forget() {} };
    throw error;
  }
  return { restore: () => renameSync(kept, path), forget: () => removeTemporary(kept) };
}

/** Renames take microseconds: whoever has not moved for so long was killed in the middle. Milliseconds. */
const LONGEST_TURN = 2000;
const PAUSE = 5;

/** Waits until no other process commits, and gives what ends the turn. A file is the mark: two cannot make the same one. */
function takeTurn(mark: string): () => void {
  let seen: string | undefined;
  let since = performance.now();
  while (!makeMark(mark)) {
    const now = identityOf(mark);
    if (now !== seen) {
      seen = now;
      since = performance.now();
    } else if (performance.now() - since > LONGEST_TURN) {
      rmSync(mark, { recursive: true, force: true });
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  return () => unlinkSync(mark);
}

function makeMark(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function identityOf(path: string): string | undefined {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  return facts === undefined ? undefined : `${facts.ino} ${facts.mtimeMs}`;
}
