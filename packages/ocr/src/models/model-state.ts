import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { readModel } from './model-file.ts';
import type { ModelSet, SizedFile } from './model-set.ts';
import { installedModelFolder } from './pp-ocr-v4.ts';

/** `missing` when a file is not there, `changed` when one is not the pinned one. */
export type ModelState = 'present' | 'missing' | 'changed';

/** The files of a set that are read. */
export function modelFilesOf({ source }: ModelSet): readonly SizedFile[] {
  return source.kind === 'npm' ? source.files : source.wheels.flatMap(({ files }) => files);
}

/** The files of a set with their notices: what is kept and passed on. */
export function filesOf({ source }: ModelSet): readonly SizedFile[] {
  if (source.kind === 'npm') return source.files;
  return source.wheels.flatMap(({ files, notices }) => [...files, ...notices]);
}

/** Where the files of a set lie: what npm installed lies in its package, the rest in `folder`. */
export function folderOf({ source }: ModelSet, folder: string): string {
  return source.kind === 'npm' ? installedModelFolder() : folder;
}

/**
 * True when every file that is read is there, whatever it holds: the reader itself proves what it reads. A folder that somebody
 * filled by hand may lack the notices.
 */
export function hasModels(set: ModelSet, folder: string): boolean {
  const at = folderOf(set, folder);
  return modelFilesOf(set).every(({ file }) => existsSync(join(at, file)));
}

/** Holds every file that is read against its digest. Throws the Fault `model-unreadable`. */
export async function stateOfModels(set: ModelSet, folder: string): Promise<ModelState> {
  if (!hasModels(set, folder)) return 'missing';
  try {
    for (const file of modelFilesOf(set)) await readModel(folderOf(set, folder), file);
    return 'present';
  } catch (error) {
    if (isFault(error) && error.code === 'model-changed') return 'changed';
    if (isFault(error) && error.code === 'model-missing') return 'missing';
    throw error;
  }
}
