import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preparedFolder, preparedModelsOf } from './prepared-folder.ts';

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'prepared-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('what was written is read again, also by another process, and nothing else is left', async () => {
  await withFolder(async (folder) => {
    const bytes = Uint8Array.of(1, 2, 3);
    expect(await preparedModelsOf(folder).read('a.onnx')).toBeUndefined();
    await Promise.all([
      preparedModelsOf(folder).write('a.onnx', bytes),
      preparedModelsOf(folder).write('a.onnx', bytes),
    ]);
    expect([...((await preparedModelsOf(folder).read('a.onnx')) ?? [])]).toEqual([1, 2, 3]);
    expect(await readdir(preparedFolder(folder))).toEqual(['a.onnx']);
  });
});

test('what a process left that was ended while it wrote is removed, and what another one writes now is not', async () => {
  await withFolder(async (folder) => {
    await mkdir(preparedFolder(folder));
    const [left, written] = ['a.onnx.1.part', 'a.onnx.2.part'].map((name) => join(preparedFolder(folder), name));
    for (const path of [left, written]) await writeFile(path ?? '', 'half of it');
    await utimes(left ?? '', new Date(0), new Date(0));
    await preparedModelsOf(folder).write('b.onnx', Uint8Array.of(1));
    expect((await readdir(preparedFolder(folder))).toSorted()).toEqual(['a.onnx.2.part', 'b.onnx']);
  });
});

test('a place that takes no files is no fault: nothing is kept', async () => {
  await withFolder(async (folder) => {
    await writeFile(preparedFolder(folder), 'a file where the folder would be');
    const kept = preparedModelsOf(folder);
    await kept.write('a.onnx', Uint8Array.of(1));
    expect(await kept.read('a.onnx')).toBeUndefined();
  });
});
