import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { answers } from '../../test/tools.ts';
import { type RunOptions, run } from './measure.ts';

/** One way to make the layer. */
export interface Contender {
  readonly name: string;
  readonly describe: string;
  /** Makes the layer in a new folder, which goes again; the seconds that it took. */
  run(folder: string, environment?: Readonly<Record<string, string>>): Promise<number>;
  /** Size of the layer that was made last. */
  bytes(): number;
}

const root = join(import.meta.dirname, '../..');
/** As it is published: compiled and bundled, on the Node that npm scripts run on. */
export const LAYERPROOF = join(root, 'packages/layerproof/dist/command/bin.js');
export const TARGET = ['--runtime', 'python3.12', '--arch', 'x86_64'];
/** With all that they need, the packages unzip to more than Lambda takes: every contender builds a layer that is too large. */
const ALLOW = ['--allow', 'unzipped-too-large'];

/** What pip takes as one list of `--platform`: all that glibc 2.34 loads, because pip derives no older tag from a newer one. */
const PLATFORMS = [34, 31, 28, 27, 26, 24, 17]
  .map((minor) => `manylinux_2_${minor}_x86_64`)
  .concat('manylinux2014_x86_64');
const PIP_TARGET = ['--python-version', '3.12', '--implementation', 'cp', '--abi', 'cp312', '--abi', 'abi3'];
const UV_TARGET = ['--python-platform', 'x86_64-manylinux_2_28', '--python-version', '3.12'];

export interface Contenders {
  readonly warm: readonly Contender[];
  /** Those that are run with an empty cache. */
  readonly cold: readonly Contender[];
}

export async function makeContenders(folder: string, requirements: readonly string[]): Promise<Contenders> {
  const list = join(folder, 'requirements.txt');
  writeFileSync(list, requirements.map((line) => `${line}\n`).join(''));
  await run(join(root, 'node_modules/.bin/tsc'), ['-b', 'packages/layerproof'], { cwd: root });
  await run(process.execPath, ['--conditions=source', join(root, 'scripts/bundle-command.ts')], { cwd: root });
  const lock = join(folder, 'pylock.toml');
  const first = join(folder, 'first.zip');
  // As JavaScript, so that no time goes into taking the types out.
  const copyProgram = join(folder, 'copy.mjs');
  writeFileSync(copyProgram, stripTypeScriptTypes(readFileSync(join(import.meta.dirname, 'copy.ts'), 'utf8')));
  const build = (input: string, output: string, options?: RunOptions) =>
    run(process.execPath, [LAYERPROOF, 'build', input, ...TARGET, ...ALLOW, '-o', output], options);
  await build(list, first);
  const [python, uv] = await tools(folder);

  const pipInstall = (output: string) => {
    const platforms = PLATFORMS.flatMap((platform) => ['--platform', platform]);
    const args = ['-m', 'pip', 'install', '-q', '--no-compile', '--only-binary=:all:', ...platforms, ...PIP_TARGET];
    return run(python, [...args, '--abi', 'none', '--target', join(output, 'python'), '-r', list]);
  };
  const uvInstall = (output: string, options: RunOptions) => {
    const args = ['pip', 'install', '-q', '--only-binary', ':all:', ...UV_TARGET];
    return run(uv, [...args, '--target', join(output, 'python'), '-r', list], options);
  };
  const zip = (output: string) => run('zip', ['-q', '-r', 'layer.zip', 'python'], { cwd: output });

  const fromRequirements = contender('layerproof', 'resolve, verify, write', (output, environment) =>
    build(list, join(output, 'layer.zip'), { environment }),
  );
  const uvAndZip = contender('uv-and-zip', 'uv pip install --target, zip -r', async (output, environment) => {
    await uvInstall(output, { environment });
    await zip(output);
  });
  const uvAlone = contender('uv', 'uv pip install --target, and no layer', async (output, environment) => {
    await uvInstall(output, { environment });
    writeFileSync(join(output, 'layer.zip'), '');
  });
  return {
    warm: [
      fromRequirements,
      contender('layerproof-from-lock', 'verify, write', (output) => build(lock, join(output, 'layer.zip'))),
      contender('pip-and-zip', 'pip install --target, zip -r', async (output) => {
        await pipInstall(output);
        await zip(output);
      }),
      uvAndZip,
      contender('copy-in-node', 'a process of the same Node that reads, hashes and writes the same bytes', (output) =>
        run(process.execPath, [copyProgram, first, join(output, 'layer.zip')]),
      ),
      contender('cp-and-sha256sum', 'cp and sha256sum of coreutils, one after the other', async (output) => {
        await run('cp', [first, join(output, 'layer.zip')]);
        await run('sha256sum', [join(output, 'layer.zip')]);
      }),
    ],
    cold: [fromRequirements, uvAndZip, uvAlone],
  };
}

function contender(
  name: string,
  describe: string,
  make: (output: string, environment: Readonly<Record<string, string>>) => Promise<unknown>,
): Contender {
  let bytes = 0;
  return {
    name,
    describe,
    async run(output, environment = {}) {
      mkdirSync(output);
      const start = performance.now();
      await make(output, environment);
      const seconds = (performance.now() - start) / 1000;
      bytes = statSync(join(output, 'layer.zip')).size;
      rmSync(output, { recursive: true });
      return seconds;
    },
    bytes: () => bytes,
  };
}

/** A Python with pip, and uv: this machine's, or from a virtual environment made for the run. */
async function tools(folder: string): Promise<[python: string, uv: string]> {
  const python = 'python3';
  if (answers(['uv', '--version'])) return [python, 'uv'];
  const environment = join(folder, 'environment');
  await run(python, ['-m', 'venv', environment]);
  await run(join(environment, 'bin/python'), ['-m', 'pip', 'install', '-q', 'uv']);
  return [python, join(environment, 'bin/uv')];
}
