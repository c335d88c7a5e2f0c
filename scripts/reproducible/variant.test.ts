import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeWheel } from '../../packages/layerproof/src/python/testing/make-wheel.ts';
import { randomNumbers } from '../../test/typeset/random.ts';
import { buildVariant, OWN_FILES, type Project, randomVariant, readFiles } from './variant.ts';

const COMMAND = [
  process.execPath,
  '--conditions=source',
  join(import.meta.dirname, '../../packages/layerproof/src/bin.ts'),
] as const;
const TARGET = ['--runtime', 'python3.9', '--arch', 'x86_64'];
const WHEELS = [
  makeWheel({ name: 'page', version: '2.0', requires: ['glyphs>=1', 'Ink'] }),
  makeWheel({ name: 'glyphs', version: '1.5', files: { 'glyphs/__init__.py': 'glyphs = "abc"\n', 'glyphs/I.py': '' } }),
  makeWheel({ name: 'ink', version: '1.0', headers: ['License-Expression: MIT'] }),
];
const SEED = 20261124;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variants-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the same project gives the same files on machines by chance', { timeout: 300_000 }, () => {
  const project = makeProject();
  const random = randomNumbers(SEED);
  const builds = Array.from({ length: 4 }, () => {
    const variant = randomVariant({ commands: [COMMAND], roots: [folder] }, random);
    return Object.fromEntries(buildVariant(project, variant));
  });
  const [first] = builds;
  for (const other of builds) expect(other).toEqual(first);
  expect(first?.['lock/layer.zip']).toBe(first?.['requirements/layer.zip']);
  expect(Object.keys(first ?? {})).toHaveLength(8);
});

test('a difference in what is built is noticed', () => {
  const project = makeProject();
  const random = randomNumbers(SEED);
  const build = (files: Project['files']) =>
    buildVariant({ ...project, files }, randomVariant({ commands: [COMMAND], roots: [folder] }, random)).get(
      'lock/layer.zip',
    );
  const changed = new Map([...project.files, ['own/python/z.txt', Buffer.from('lasT\n')] as const]);
  expect(build(changed)).not.toBe(build(project.files));
});

function makeProject(): Project {
  const source = join(folder, 'project');
  const cache = join(folder, 'cache');
  for (const path of [source, cache, join(source, 'wheels')]) mkdirSync(path);
  for (const { fileName, bytes } of WHEELS) writeFileSync(join(source, 'wheels', fileName), bytes);
  writeFileSync(join(source, 'requirements.txt'), '--no-index\n--find-links wheels\npage\n');
  execFileSync(COMMAND[0], [...COMMAND.slice(1), 'build', 'requirements.txt', ...TARGET], {
    cwd: source,
    env: { PATH: process.env['PATH'], LAYERPROOF_CACHE_DIR: cache },
    stdio: 'ignore',
  });
  const files = [...readFiles(source)].filter(([path]) => !path.startsWith('layer.'));
  return { files: new Map([...files, ...OWN_FILES]), cache: readFiles(cache), target: TARGET };
}
