import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreparedModels } from '../graph/prepared-model.ts';

/** Beside the models that they were made of. */
const FOLDER = 'prepared';

/** What may not be read is made anew, as what is not there. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);
/** Such a place is no fault: a layer of a function, a folder of another user. Models are then prepared at each start. */
const UNWRITABLE = new Set(['EROFS', 'EACCES', 'EPERM', 'EEXIST', 'ENOTDIR', 'ENOSPC', 'EDQUOT']);

/** Where what was made of the models of `modelFolder` is kept. It may be removed at any time. */
export function preparedFolder(modelFolder: string): string {
  return join(modelFolder, FOLDER);
}

/** Keeps prepared models in {@link preparedFolder}, if that can be written to. A file is written whole or not at all. */
export function preparedModelsOf(modelFolder: string): PreparedModels {
  const folder = preparedFolder(modelFolder);
  return {
    async read(name) {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        if (ABSENT.has(codeOf(error))) return undefined;
        throw error;
      }
    },
    async write(name, bytes) {
      try {
        await mkdir(folder, { recursive: true });
        await replaceFile(join(folder, name), bytes);
      } catch (error) {
        if (!UNWRITABLE.has(codeOf(error))) throw error;
      }
    },
  };
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
