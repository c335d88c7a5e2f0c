import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Fault } from '@ocr-pipeline/fault';
import { expect, test } from 'vitest';
import { eachFile } from './each-file.ts';
import type { Io } from './io.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const FILES = ['slow', 'bad', 'missing', 'quick'];

function fixture() {
  const folder = temporaryFolder();
  for (const name of ['slow', 'bad', 'quick']) writeFileSync(join(folder, name), name);
  const said: string[] = [];
  const io: Io = {
    out: () => undefined,
    err: (line) => void said.push(line.split('\n')[0] ?? ''),
    status: () => undefined,
    stdoutIsTerminal: false,
    folder,
    environment: {},
    stopRequest: () => new Promise(() => undefined),
  };
  return { io, said };
}

test.each([1, 2, 4])('with %i at once, results and faults come in the order of the files', async (atOnce) => {
  const { io, said } = fixture();
  let [working, most] = [0, 0];
  const exit = await eachFile(
    FILES,
    io,
    async (file) => {
      most = Math.max(most, ++working);
      await setTimeout(file === 'slow' ? 50 : 5);
      working--;
      if (file === 'bad') throw new Fault('bad', 'It is bad', { hint: 'Take another.' });
      return async () => void said.push(`${file} done`);
    },
    atOnce,
  );
  expect(said).toEqual([
    'slow done',
    'bad: error[bad]: It is bad',
    expect.stringContaining('missing: error[file-unreadable]'),
    'quick done',
    '2 of 4 files could not be read',
  ]);
  expect(exit).toBe(2);
  expect(most).toBe(Math.min(atOnce, 3));
});

test('a bug ends it all', async () => {
  const { io, said } = fixture();
  const working = eachFile(FILES, io, async (file) => {
    if (file === 'slow') throw new TypeError('a bug');
    return async () => void said.push(file);
  });
  await expect(working).rejects.toThrow('a bug');
  expect(said).toEqual([]);
});
