import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { folderImage } from '../image/folder-image.ts';
import { parseTarget } from '../target/target.ts';
import { createLayer } from './layer.ts';

/** A library to compile: its path, the paths of those it is linked with, and its search path. */
interface Shape {
  readonly path: string;
  readonly needs?: readonly string[];
  readonly rpath?: string;
  readonly runpath?: string;
}

const CASES: Readonly<Record<string, readonly Shape[]>> = {
  'DT_RUNPATH leads to a library': [
    { path: 'libs/libb.so' },
    { path: 'a.so', needs: ['libs/libb.so'], runpath: '$ORIGIN/libs' },
  ],
  'no path leads to a library': [{ path: 'libs/libb.so' }, { path: 'a.so', needs: ['libs/libb.so'] }],
  'DT_RPATH holds for the libraries of a library': [
    { path: 'libs/libc1.so' },
    { path: 'libs/libb.so', needs: ['libs/libc1.so'] },
    { path: 'a.so', needs: ['libs/libb.so'], rpath: '$ORIGIN/libs' },
  ],
  'DT_RUNPATH does not': [
    { path: 'libs/libc1.so' },
    { path: 'libs/libb.so', needs: ['libs/libc1.so'] },
    { path: 'a.so', needs: ['libs/libb.so'], runpath: '$ORIGIN/libs' },
  ],
  'a DT_RUNPATH in between ends a DT_RPATH': [
    { path: 'libs/libc1.so' },
    { path: 'libs/libb.so', needs: ['libs/libc1.so'], runpath: '$ORIGIN/other' },
    { path: 'a.so', needs: ['libs/libb.so'], rpath: '$ORIGIN/libs' },
  ],
  'DT_RPATH reaches down three levels': [
    { path: 'libs/libd.so' },
    { path: 'libs/libc1.so', needs: ['libs/libd.so'] },
    { path: 'libs/libb.so', needs: ['libs/libc1.so'] },
    { path: 'sub/a.so', needs: ['libs/libb.so'], rpath: '${ORIGIN}/../libs' },
  ],
};

const testHere =
  process.platform === 'linux' && process.arch === 'x64' ? testWithTool('gcc', ['gcc', '--version']) : undefined;

describe.skipIf(testHere === undefined)('the loader of the machine finds what ours finds', () => {
  for (const [name, shapes] of Object.entries(CASES)) {
    testHere?.(name, () => agreesWithLdd(shapes));
  }
});

/** The last shape is the file that is loaded. */
function agreesWithLdd(shapes: readonly Shape[]): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'loader-')));
  try {
    for (const shape of shapes) compile(folder, shape);
    const real = byLdd(folder, shapes);
    expect(Object.keys(real)).toHaveLength(shapes.length - 1);
    expect(byOurs(folder, shapes)).toEqual(real);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(folder: string, { path, needs = [], rpath, runpath }: Shape): void {
  const output = join(folder, path);
  const source = join(folder, 'source.c');
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(source, `int from_${path.replaceAll(/\W/g, '_')};\n`);
  const search = [
    ...(rpath === undefined ? [] : ['-Wl,--disable-new-dtags', `-Wl,-rpath,${rpath}`]),
    ...(runpath === undefined ? [] : ['-Wl,--enable-new-dtags', `-Wl,-rpath,${runpath}`]),
  ];
  const linked = needs.flatMap((needed) => [`-L${join(folder, dirname(needed))}`, `-l:${needed.split('/').at(-1)}`]);
  const options = ['-shared', '-fPIC', '-nostdlib', '-Wl,--no-as-needed', '-Wl,--allow-shlib-undefined', ...search];
  execFileSync('gcc', [...options, '-o', output, source, ...linked], { cwd: folder });
  rmSync(source);
}

/** Which of the libraries are found when the last one is loaded, by name. */
function byLdd(folder: string, shapes: readonly Shape[]): Record<string, string> {
  const text = execFileSync('ldd', [join(folder, shapes.at(-1)?.path ?? '')], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  const found: Record<string, string> = {};
  for (const [, name = '', place = ''] of text.matchAll(/^\s+(\S+) => (.*?)(?: \(0x.*)?$/gm)) {
    found[name] = place === 'not found' ? 'not found' : realpathSync(place).slice(folder.length + 1);
  }
  return found;
}

function byOurs(folder: string, shapes: readonly Shape[]): Record<string, string> {
  const layer = createLayer(folderImage(folder), parseTarget('python3.9', 'x86_64'));
  const found: Record<string, string> = {};
  const waiting = [shapes.at(-1)?.path ?? ''];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const elf = layer.nativeAt(path)?.elf;
    for (const needed of elf === undefined ? [] : elf.needed) {
      const location = elf && layer.loader.locate(path, elf, needed);
      found[needed] = location?.where === 'layer' ? location.path : 'not found';
      if (location?.where === 'layer') waiting.push(location.path);
    }
  }
  return found;
}
