import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_MODEL_SET, filesOf, folderOf, modelSetNamed, readModel } from '@ocr-pipeline/ocr';
import { fetchModels } from '../../apps/local/src/models/fetch-models.ts';
import { modelFolder } from '../../apps/local/src/models/model-folder.ts';

/**
 * Puts the models that the functions read with into `models` of the layer, which is `/opt/models` on Lambda, with their licence
 * and notices. They are fetched first when the ocr-pipeline command has not fetched them yet.
 *
 * Throws the Faults of `fetchModels` and `readModel`.
 */
export async function addModels(layer: string): Promise<void> {
  const set = modelSetNamed(DEFAULT_MODEL_SET);
  if (set === undefined) throw new Error(`There is no set of models ${DEFAULT_MODEL_SET}`);
  const folder = modelFolder(process.env, process.cwd());
  const { source } = set;
  // With the notices, which a folder that was filled by hand may lack.
  const isWhole = filesOf(set).every(({ file }) => existsSync(join(folderOf(set, folder), file)));
  if (source.kind === 'wheels' && !isWhole) {
    await fetchModels({ ...set, source }, { folder, environment: process.env, workingFolder: process.cwd() });
  }
  const target = join(layer, 'models');
  mkdirSync(target, { recursive: true });
  for (const each of filesOf(set)) {
    writeFileSync(join(target, each.file), await readModel(folderOf(set, folder), each), { mode: 0o644 });
  }
}
