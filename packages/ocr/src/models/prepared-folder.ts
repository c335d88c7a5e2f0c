import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreparedModels } from '../graph/prepared-model.ts';

/** Beside the models that they were made of. */
const FOLDER = 'prepared';

/** How the name of a file ends that is not whole yet. */
const PART = '.part';
/** Milliseconds; a file is written in a second. */
const WRITING_AT_MOST = 3_600_000;

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
        await removeLeftovers(folder);
        await replaceFile(join(folder, name), bytes);
      } catch (error) {
        if (!UNWRITABLE.has(codeOf(error))) throw error;
      }
    },
  };
}

/** Removes what processes have left that were ended while they wrote. */
async function removeLeftovers(folder: string): Promise<void> {
  const parts = (await readdir(folder)).filter((name) => name.endsWith(PART)).map((name) => join(folder, name));
  for (const part of parts) {
    // Another process may rename or remove it meanwhile.
    const written = await stat(part).catch(() => undefined);
    if (written !== undefined && Date.now() - written.mtimeMs > WRITING_AT_MOST) await rm(part, { force: true });
  }
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}${PART}`;
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
