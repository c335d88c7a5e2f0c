import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFault, isFault } from '@ocr-pipeline/fault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import type { Image } from './entry.ts';
import { openLayer } from './open-layer.ts';
import { zipImage } from './zip-image.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-layer-'));
  mkdirSync(join(folder, 'opt', 'python'), { recursive: true });
  writeFileSync(join(folder, 'opt', 'python', 'a.py'), 'x = 1\n');
  chmodSync(join(folder, 'opt', 'python', 'a.py'), 0o600);
  symlinkSync('a.py', join(folder, 'opt', 'python', 'b.py'));
  writeFileSync(join(folder, 'opt', 'B.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder is an image of what lies in it, links as links', () => {
  expect(listing(openLayer(join(folder, 'opt')))).toEqual([
    'B.txt file 644 0:',
    'python directory 755 0:',
    'python/a.py file 600 6:x = 1\n',
    'python/b.py symlink 777 4:a.py',
  ]);
});

test('a zip is an image in the order of its bytes, streams kept', () => {
  const path = join(folder, 'layer.zip');
  const text = 'x = 1\n'.repeat(50);
  const names = ['python/\u{1f40d}.py', 'python/\uff5e.py', './python//a.py'];
  writeFileSync(path, zipBytes(names.map((name) => ({ name, data: text }))));
  const image = openLayer(path);
  expect(image.entries.map((entry) => entry.path)).toEqual(['python/a.py', 'python/\uff5e.py', 'python/\u{1f40d}.py']);
  expect(image.entries.every(({ compressed }) => compressed?.read().length === compressed?.size)).toBe(true);
  expect(image.entries[0]?.compressed?.size).toBeLessThan(text.length);
  image.close();
});

test('of two entries with one path the last counts', () => {
  expect(
    listing(
      zipImage(
        zipBytes([
          { name: 'a', data: 'first' },
          { name: 'a', data: 'last' },
        ]),
      ),
    ),
  ).toEqual(['a file 644 4:last']);
});

test('paths that lead out of the layer stay as they are, to be reported', () => {
  const names = ['../a', '/etc/b', 'python/../../c', 'python\\d'];
  const { entries } = zipImage(zipBytes(names.map((name) => ({ name }))));
  expect(entries.map(({ path }) => path)).toEqual(['../a', '/etc/b', 'python/../../c', 'python\\d']);
});

test('an entry without Unix permissions gets those of unzip', () => {
  expect(listing(zipImage(zipBytes([{ name: 'a', madeBy: 0, mode: 0 }])))).toEqual(['a file 644 0:']);
});

test('a path that is not there is a fault that says what a layer is', () => {
  expect(faultOf(() => openLayer('nowhere.zip'))).toMatchInlineSnapshot(`
    "error[layer-not-found]: There is no file or folder nowhere.zip

    hint: Give the path of a layer zip, or of a folder laid out like \`/opt\`."
  `);
});

test('a file that is no zip is a fault', () => {
  const path = join(folder, 'page.zip');
  writeFileSync(path, '<html>404</html>');
  expect(faultOf(() => openLayer(path)).replace(folder, '')).toMatchInlineSnapshot(`
    "error[not-a-zip]: /page.zip is not a zip file: its 16 bytes hold no end record that reaches its end

    hint: Give a complete zip file. One that was cut off while it was downloaded looks like this too."
  `);
});

function listing(image: Image): string[] {
  const decoder = new TextDecoder();
  return image.entries.map(
    (entry) => `${entry.path} ${entry.kind} ${entry.mode.toString(8)} ${entry.size}:${decoder.decode(entry.read())}`,
  );
}

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isFault(error)) return formatFault(error);
    throw error;
  }
  return 'no fault';
}
