import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUnchanged, noteChecked, stampOf } from './checked-file.ts';

const SHA256 = 'ab'.repeat(32);
const SECONDS = 1000;
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checked-file-'));
  path = join(folder, 'file');
  writeFileSync(path, 'some bytes');
});
afterEach(() => rmSync(folder, { recursive: true }));

const unchanged = () => isUnchanged(folder, SHA256, path);
/** As if the file had lain there for a while. */
const note = () => noteChecked(folder, SHA256, stampOf(path, Date.now() + 3 * SECONDS));
const record = () => join(folder, 'checked/ab', SHA256);
/** Puts the time of the check back. */
const age = (milliseconds: number) => {
  const [at, ...facts] = readFileSync(record(), 'utf8').split(' ');
  writeFileSync(record(), [Number(at) - milliseconds, ...facts].join(' '));
};

test('a file that was checked is not checked again', () => {
  expect(unchanged()).toBe(false);
  note();
  age(3 * SECONDS);
  expect(unchanged()).toBe(true);
});

test('a file that somebody writes to is, also when its size and time are as they were', () => {
  note();
  age(3 * SECONDS);
  const before = new Date('2026-01-01');
  utimesSync(path, before, before);
  expect(unchanged()).toBe(false);
});

test('another file in its place is', () => {
  note();
  age(3 * SECONDS);
  writeFileSync(join(folder, 'other'), 'some bytes');
  renameSync(join(folder, 'other'), path);
  expect(unchanged()).toBe(false);
});

test('what was written just now is not trusted yet', () => {
  noteChecked(folder, SHA256, stampOf(path));
  expect(existsSync(record())).toBe(false);
});

test('nor is a check trusted for ever, or one of tomorrow', () => {
  note();
  expect(unchanged()).toBe(false);
  age(8 * 24 * 3600 * SECONDS);
  expect(unchanged()).toBe(false);
});
