import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

test.runIf(process.platform === 'linux')('what may not be read is a fault', () => {
  chmodSync(join(folder, 'python/page.py'), 0);
  const entry = folderImage(folder).entries.find(({ path }) => path === 'python/page.py');
  // The first user reads everything, and has to be another one for a moment (65534 is nobody).
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    expect(faultOf(() => entry?.read())).toBe(
      'layer-not-readable: FOLDER/python/page.py cannot be read: permission denied',
    );
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isFault(error)) return `${error.code}: ${error.message.replace(folder, 'FOLDER')}`;
    throw error;
  }
  return 'no fault';
}
