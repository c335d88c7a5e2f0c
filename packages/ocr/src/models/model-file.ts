import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelIdentity } from '../document.ts';
import { modelChanged, modelMissing, modelUnreadable } from '../faults.ts';

/** A file that the results depend on, pinned by its digest (lower-case hex). */
export interface ModelFile extends ModelIdentity {
  /** Relative to the folder that holds the models. */
  readonly file: string;
}

const MISSING = new Set(['ENOENT', 'ENOTDIR']);
/** The file of another user, or a folder in its place. */
const UNREADABLE = new Set(['EACCES', 'EPERM', 'EISDIR']);

/**
 * The bytes of a model, proven to be the pinned ones.
 *
 * Throws the Faults `model-missing`, `model-unreadable` and `model-changed`: a different model would read differently under the same name.
 */
export async function readModel(folder: string, model: ModelFile): Promise<Uint8Array> {
  const path = join(folder, model.file);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (MISSING.has(error.code ?? '')) throw modelMissing(model.name, path);
    throw UNREADABLE.has(error.code ?? '') ? modelUnreadable(model.name, path, error) : error;
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== model.sha256) throw modelChanged(model.name, model.sha256, sha256);
  return bytes;
}
