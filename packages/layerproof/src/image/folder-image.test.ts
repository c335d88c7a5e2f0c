import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderImage } from './folder-image.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-image-'));
  mkdirSync(join(folder, 'python'));
  writeFileSync(join(folder, 'python/page.py'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file that goes after it was listed is a fault that names it', () => {
  const entry = folderImage(folder).entries.find(({ path }) => path === 'python/page.py');
  rmSync(join(folder, 'python/page.py'));
  expect(faultOf(() => entry?.read())).toBe(
    'file-gone: FOLDER/python/page.py was there when the folder was listed, and is gone',
  );
  expect(faultOf(() => [...(entry?.pieces?.() ?? [])])).toBe(
    'file-gone: FOLDER/python/page.py was there when the folder was listed, and is gone',
  );
});

// Other systems take no such names.
test.runIf(process.platform === 'linux')('a name that is not UTF-8 is a fault', () => {
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/python/caf`), Buffer.of(0xe9)]), '');
  expect(faultOf(() => folderImage(folder))).toBe(
    'name-not-unicode: FOLDER/python/caf\uFFFD has a name that is not UTF-8, as the names in a layer are',
  );
});

test('what may not be read is a fault', () => {
  const path = join(folder, 'python/page.py');
  chmodSync(path, 0);
  const entry = folderImage(folder).entries.find((one) => one.path === 'python/page.py');
  const fault = 'layer-not-readable: FOLDER/python/page.py cannot be read: permission denied';
  // The first user reads everything, and so does Windows.
  expect(faultOf(() => entry?.read())).toBe(mayRead(path) ? 'no fault' : fault);
});

function mayRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isFault(error)) return `${error.code}: ${error.message.replace(folder, 'FOLDER')}`;
    throw error;
  }
  return 'no fault';
}
