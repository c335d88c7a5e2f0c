import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { fileBlobStore } from './blob-store.ts';

const text = (string: string) => new TextEncoder().encode(string);

test('commits once: the second writer of a key keeps nothing, also at the same time', async () => {
  const folder = temporaryFolder();
  const blobs = fileBlobStore(folder);
  const writers = await Promise.all(
    ['first', 'second', 'third'].map(async (content) => {
      const writer = await blobs.writer();
      await writer.write(text(content));
      return writer;
    }),
  );
  const committed = await Promise.all(writers.map((writer) => writer.commitOnce('uploads/a')));
  expect(committed.filter(Boolean)).toHaveLength(1);
  const winner = ['first', 'second', 'third'][committed.indexOf(true)];
  expect(new TextDecoder().decode(await blobs.read('uploads/a'))).toBe(winner);
  expect(readdirSync(join(folder, 'temporary'))).toEqual([]);
});

test('a discarded blob was never there', async () => {
  const folder = temporaryFolder();
  const blobs = fileBlobStore(folder);
  const writer = await blobs.writer();
  await writer.write(text('half'));
  await writer.discard();
  expect(readdirSync(join(folder, 'temporary'))).toEqual([]);
  expect(readdirSync(join(folder, 'blobs'))).toEqual([]);
});

test('throws away what a killed process left half written', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'temporary'));
  writeFileSync(join(folder, 'temporary', 'left'), 'half');
  fileBlobStore(folder);
  expect(readdirSync(join(folder, 'temporary'))).toEqual([]);
});

test.each(['../outside', 'a/../../b', '/absolute', 'a//b', '.hidden', 'a/.hidden', 'A', 'a\\b', 'a\0', '', 'c:'])(
  'no key leaves the folder: %j',
  async (key) => {
    const blobs = fileBlobStore(temporaryFolder());
    await expect(blobs.read(key)).rejects.toThrow(/not a blob key/);
    await expect(blobs.size(key)).rejects.toThrow(/not a blob key/);
    await expect(blobs.write(key, text('x'), 'text/plain')).rejects.toThrow(/not a blob key/);
  },
);
