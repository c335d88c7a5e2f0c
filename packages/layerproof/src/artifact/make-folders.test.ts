import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolders } from './make-folders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'make-folders-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('makes what is missing, and says what that was', () => {
  expect(makeFolders(join(folder, 'a'))).toEqual([join(folder, 'a')]);
  expect(makeFolders(join(folder, 'a/b/c'))).toEqual([join(folder, 'a/b'), join(folder, 'a/b/c')]);
  expect(statSync(join(folder, 'a/b/c')).isDirectory()).toBe(true);
  expect(makeFolders(join(folder, 'a/b/c'))).toEqual([]);
});

test('a folder below a file is the system’s error', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolders(join(folder, 'file/a'))).toThrow('ENOTDIR');
});

test.runIf(process.platform === 'linux')('ends where the system makes no folders', () => {
  expect(() => makeFolders('/proc/no-such-folder/a')).toThrow('ENOENT');
});
