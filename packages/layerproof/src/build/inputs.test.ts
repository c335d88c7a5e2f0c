import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { classifyInput } from './inputs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inputs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('links that go in circles are a fault, and no bug', () => {
  symlinkSync('b', join(folder, 'a'));
  symlinkSync('a', join(folder, 'b'));
  expect(() => classifyInput('a', folder)).toThrow('a cannot be read: its symbolic links go in circles');
});

test('an empty text is not the working folder', () => {
  expect(() => classifyInput('', folder)).toThrow('names no file and no folder');
});
