import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
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

test('a place that takes no files is no fault: nothing is kept', async () => {
  await withFolder(async (folder) => {
    await writeFile(preparedFolder(folder), 'a file where the folder would be');
    const kept = preparedModelsOf(folder);
    await kept.write('a.onnx', Uint8Array.of(1));
    expect(await kept.read('a.onnx')).toBeUndefined();
  });
});
