import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLATFORM_CPU } from '../../packages/layerproof/src/target/platform-tags.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import { type Outcome, normalPins } from './outcome.ts';

export interface Uv {
  /** What `uv --version` prints. */
  readonly version: string;
  /** Resolves one distribution with nothing but wheels, as the index stood at the moment. */
  resolve(name: string, target: Target, moment: Date): Promise<Outcome>;
  close(): void;
}

/** uv of the machine, or of a Python environment that is made for this run and goes with {@link Uv.close}. */
export function openUv(): Uv {
  const found = ['uv'].find((command) => versionOf(command) !== undefined);
  const folder = found === undefined ? mkdtempSync(join(tmpdir(), 'bench-resolve-uv-')) : undefined;
  const command = found ?? installUv(folder ?? '');
  // Any will do, as the target is named; without one uv looks for the version of the target, and offers to download it.
  const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
  return {
    version: versionOf(command) ?? 'uv of an unknown version',
    resolve: (name, target, moment) => compile([command, python], name, target, moment),
    close: () => folder !== undefined && rmSync(folder, { recursive: true, force: true }),
  };
}

/** uv's name of the platform: manylinux of the runtime's own C library, which uv knows from 2.17, and then from 2.28 on. */
export function uvPlatform({ architecture, facts }: Target): string {
  return `${PLATFORM_CPU[architecture]}-manylinux_${facts.glibc.replace('.', '_')}`;
}

function installUv(folder: string): string {
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'ignore' });
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  execFileSync(join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', 'uv'], { stdio: 'ignore' });
  return join(bin, 'uv');
}

function versionOf(command: string): string | undefined {
  try {
    return execFileSync(command, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function compile(
  [command, python]: readonly [string, string],
  name: string,
  target: Target,
  moment: Date,
): Promise<Outcome> {
  const options = [
    ['--python', python, '--no-python-downloads'],
    ['--python-version', target.facts.python?.version ?? ''],
    ['--python-platform', uvPlatform(target)],
    ['--only-binary', ':all:'],
    ['--exclude-newer', moment.toISOString()],
    ['--no-annotate', '--no-header', '--quiet', '--color', 'never', '--no-progress'],
  ].flat();
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      ['pip', 'compile', ...options, '-'],
      { env: environment(), maxBuffer: 1 << 24 },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: 'pins', pins: normalPins(stdout) });
        // 1: there is no solution. Anything else, such as a wrong option, is a fault of this benchmark.
        else if (error.code === 1) resolve({ kind: 'refused', reason: oneLine(stderr) });
        else reject(new Error(`uv ended with ${String(error.code)}: ${stderr}`));
      },
    );
    child.stdin?.end(`${name}\n`);
  });
}

/** The index that pip is told of is told to uv as well, unless it has one of its own. */
function environment(): NodeJS.ProcessEnv {
  const index = process.env['UV_DEFAULT_INDEX'] ?? process.env['UV_INDEX_URL'] ?? process.env['PIP_INDEX_URL'];
  return index === undefined ? process.env : { ...process.env, UV_DEFAULT_INDEX: index };
}

function oneLine(text: string): string {
  return text
    .replace(/[╰─▶×│]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
