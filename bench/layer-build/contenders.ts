import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers } from '../../test/tools.ts';

/** One way to make the layer. */
export interface Contender {
  readonly name: string;
  readonly describe: string;
  /** Makes the layer in a new folder, which goes again; the seconds that it took. */
  run(folder: string): number;
  /** Size of the layer that was made last. */
  bytes(): number;
}

const root = join(import.meta.dirname, '../..');
const TARGET = ['--runtime', 'python3.12', '--arch', 'x86_64'];
/** With all that they need, the packages unzip to more than Lambda takes: every contender builds a layer that is too large. */
const ALLOW = ['--allow', 'unzipped-too-large'];

/** What pip takes as one list of `--platform`: all that glibc 2.34 loads, because pip derives no older tag from a newer one. */
const PLATFORMS = [34, 31, 28, 27, 26, 24, 17]
  .map((minor) => `manylinux_2_${minor}_x86_64`)
  .concat('manylinux2014_x86_64');

export async function makeContenders(folder: string, requirements: readonly string[]): Promise<Contender[]> {
  const list = join(folder, 'requirements.txt');
  writeFileSync(list, requirements.map((line) => `${line}\n`).join(''));
  // As it is published: compiled, on the Node that npm scripts run on.
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-b'], { cwd: root, stdio: 'inherit' });
  const layerproof = join(root, 'packages/layerproof/dist/bin.js');
  const lock = join(folder, 'pylock.toml');
  execFileSync(process.execPath, [layerproof, 'build', list, ...TARGET, ...ALLOW, '-o', join(folder, 'first.zip')], {
    stdio: 'ignore',
  });
  const [python, uv] = tools(folder);

  const build = (input: string) => (output: string) =>
    quietly(process.execPath, [layerproof, 'build', input, ...TARGET, ...ALLOW, '-o', join(output, 'layer.zip')]);
  return [
    contender('layerproof', 'resolve, verify, write', build(list)),
    contender('layerproof-from-lock', 'verify, write', build(lock)),
    contender('pip-and-zip', 'pip install --target, zip -r', (output) => {
      const platforms = PLATFORMS.flatMap((platform) => ['--platform', platform]);
      const target = [
        '--python-version',
        '3.12',
        '--implementation',
        'cp',
        '--abi',
        'cp312',
        '--abi',
        'abi3',
        '--abi',
        'none',
      ];
      quietly(python, [
        '-m',
        'pip',
        'install',
        '-q',
        '--no-compile',
        '--only-binary=:all:',
        ...platforms,
        ...target,
        '--target',
        join(output, 'python'),
        '-r',
        list,
      ]);
      zip(output);
    }),
    contender('uv-and-zip', 'uv pip install --target, zip -r', (output) => {
      const target = ['--python-platform', 'x86_64-manylinux_2_28', '--python-version', '3.12'];
      quietly(uv, [
        'pip',
        'install',
        '-q',
        '--only-binary',
        ':all:',
        ...target,
        '--target',
        join(output, 'python'),
        '-r',
        list,
      ]);
      zip(output);
    }),
    contender('copy-with-sha256', 'the same bytes read, hashed and written: the floor', (output) => {
      const bytes = readFileSync(join(folder, 'first.zip'));
      createHash('sha256').update(bytes).digest('hex');
      writeFileSync(join(output, 'layer.zip'), bytes);
    }),
  ];
}

function contender(name: string, describe: string, make: (output: string) => void): Contender {
  let bytes = 0;
  return {
    name,
    describe,
    run(output) {
      mkdirSync(output);
      const start = performance.now();
      make(output);
      bytes = statSync(join(output, 'layer.zip')).size;
      const seconds = (performance.now() - start) / 1000;
      rmSync(output, { recursive: true });
      return seconds;
    },
    bytes: () => bytes,
  };
}

function zip(folder: string): void {
  quietly('zip', ['-q', '-r', 'layer.zip', 'python'], folder);
}

function quietly(command: string, args: readonly string[], cwd?: string): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...(cwd === undefined ? {} : { cwd }) });
}

/** A Python with pip, and uv: this machine's, or from a virtual environment made for the run. */
function tools(folder: string): [python: string, uv: string] {
  const python = 'python3';
  if (answers(['uv', '--version'])) return [python, 'uv'];
  const environment = join(folder, 'environment');
  quietly(python, ['-m', 'venv', environment]);
  quietly(join(environment, 'bin/python'), ['-m', 'pip', 'install', '-q', 'uv']);
  return [python, join(environment, 'bin/uv')];
}
