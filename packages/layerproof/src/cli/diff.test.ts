import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elfBytes } from '../formats/testing/elf-bytes.ts';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import { runSession, session } from './testing/session.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'diff-'));
  const put = (name: string, files: Readonly<Record<string, string | Uint8Array>>) =>
    writeFileSync(join(cwd, name), zipBytes(Object.entries(files).map(([path, data]) => ({ name: path, data }))));
  const metadata = (name: string, version: string) => ({
    [`python/${name}-${version}.dist-info/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
  });
  put('old.zip', {
    ...metadata('page', '1.0'),
    ...metadata('letter', '1.0'),
    'python/page/fast.so': elfBytes({ versionNeeds: { 'libc.so.6': ['GLIBC_2.14'] } }),
    'python/page/same.py': 'same = 1\n',
    'python/page/text.py': 'a = 1\n',
  });
  put('new.zip', {
    ...metadata('page', '2.0'),
    ...metadata('glyph', '0.1'),
    'python/page/fast.so': elfBytes({ machine: 183, versionNeeds: { 'libc.so.6': ['GLIBC_2.28'] } }),
    'python/page/same.py': 'same = 1\n',
    'python/page/text.py': 'b = 1\n',
  });
  mkdirSync(join(cwd, 'folder/python/page'), { recursive: true });
  writeFileSync(join(cwd, 'folder/python/page/same.py'), 'same = 1\n');
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('layerproof diff', () => {
  test('shows packages, machine code and files before and after', async () => {
    expect(await session(['diff', 'old.zip', 'new.zip'], { cwd })).toMatchInlineSnapshot(`
      "$ layerproof diff old.zip new.zip
      packages
        python  glyph  - -> 0.1
        python  letter  1.0 -> -
        python  page  1.0 -> 2.0
      native files
        python/page/fast.so  elf x86_64 up to GLIBC_2.14 -> elf arm64 up to GLIBC_2.28
      files added (2)
        python/glyph-0.1.dist-info/METADATA  - -> 1 kB
        python/page-2.0.dist-info/METADATA  - -> 1 kB
      files removed (2)
        python/letter-1.0.dist-info/METADATA  1 kB -> -
        python/page-1.0.dist-info/METADATA  1 kB -> -
      files changed (2)
        python/page/fast.so  1 kB
        python/page/text.py  1 kB

      unzipped  1 kB
      zipped    1 kB
      exit 0"
    `);
  });

  test('finds nothing between a layer and itself, whatever its form', async () => {
    const same = await runSession(['diff', 'old.zip', 'old.zip', '--json'], { cwd });
    expect(JSON.parse(same.stdout)).toMatchObject({
      packages: [],
      natives: [],
      files: { added: [], removed: [], changed: [] },
    });
    const { stdout } = await runSession(['diff', 'folder', 'old.zip', '--json'], { cwd });
    expect(JSON.parse(stdout).files).toMatchObject({ removed: [], changed: [] });
  });

  test.for([
    [['diff', 'old.zip'], 'missing-argument'],
    [['diff', 'a', 'b', 'c'], 'bad-argument'],
    [['diff', 'old.zip', 'gone.zip'], 'layer-not-found'],
  ] as const)('%s is a fault', async ([argv, code]) => {
    const { exit, transcript } = await runSession([...argv], { cwd });
    expect(exit).toBe(2);
    expect(transcript).toContain(`stderr: error[${code}]`);
  });
});
