import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '@ocr-pipeline/pipeline';

/** A blob on its way in. It is seen by nobody until it is committed; every writer ends with one of `commit` and `discard`. */
export interface BlobWriter {
  write(bytes: Uint8Array): Promise<void>;
  commit(key: string): Promise<void>;
  /** Commits only where there is no blob yet; false, and nothing is kept, where there is one. */
  commitOnce(key: string): Promise<boolean>;
  discard(): Promise<void>;
}

export interface FileBlobStore extends BlobStore {
  writer(): Promise<BlobWriter>;
}

/** Segments begin with a letter or digit, so no key can name `..`, a hidden file or a place outside of the folder. */
const KEY = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/;

/** Blobs as files. For one process at a time: what another one left in the temporary folder is thrown away. */
export function fileBlobStore(dataFolder: string): FileBlobStore {
  const blobs = join(dataFolder, 'blobs');
  const temporary = join(dataFolder, 'temporary');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  mkdirSync(blobs, { recursive: true });

  const pathOf = (key: string) => {
    // Keys are made by the service: another one is an error of ours.
    if (!KEY.test(key)) throw new TypeError(`not a blob key: ${JSON.stringify(key)}`);
    return join(blobs, key);
  };
  const writer = () => createWriter(join(temporary, randomUUID()), pathOf);

  return {
    writer,
    async read(key) {
      return absentAsUndefined(readFile(pathOf(key)));
    },
    async size(key) {
      const found = await absentAsUndefined(stat(pathOf(key)));
      return found?.isFile() === true ? found.size : undefined;
    },
    async write(key, bytes) {
      const target = await writer();
      try {
        await target.write(bytes);
        await target.commit(key);
      } finally {
        await target.discard();
      }
    },
  };
}

async function createWriter(temporary: string, pathOf: (key: string) => string): Promise<BlobWriter> {
  const file = await open(temporary, 'wx', 0o600);
  let ended = false;

  const settle = async (key: string) => {
    await file.sync();
    await file.close();
    ended = true;
    const path = pathOf(key);
    const created = await mkdir(dirname(path), { recursive: true });
    return { path, created };
  };
  const sync = async ({ path, created }: { path: string; created: string | undefined }) => {
    await syncFolder(dirname(path));
    if (created !== undefined) await syncFolder(dirname(created));
  };

  return {
    async write(bytes) {
      await file.writeFile(bytes);
    },
    async commit(key) {
      const place = await settle(key);
      renameSync(temporary, place.path);
      await sync(place);
    },
    async commitOnce(key) {
      const place = await settle(key);
      // Both calls in one turn of the event loop: no other upload of this process, which has the folder alone, comes between.
      if (existsSync(place.path)) {
        await rm(temporary);
        return false;
      }
      renameSync(temporary, place.path);
      await sync(place);
      return true;
    },
    async discard() {
      if (!ended) await file.close();
      await rm(temporary, { force: true });
    },
  };
}

/** A rename survives a power cut only when its folder is written out too. Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function absentAsUndefined<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
