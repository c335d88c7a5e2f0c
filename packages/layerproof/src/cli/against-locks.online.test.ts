// Our reading of locks beside that of the tools that write them: each locks a project of ours here and now, and says what it would
// install for the target.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answers, testWithTool } from '../../../../test/tools.ts';
import { buildLayer } from '../build/build-layer.ts';
import { findInterpreter } from '../prove/interpreter.ts';
import { indexSettings } from '../python/index/index-config.ts';
import { evaluateMarker } from '../python/standards/marker.ts';
import { parseRequirement } from '../python/standards/requirement.ts';
import { pinnedVersion } from '../python/standards/specifier.ts';
import { markerEnvironment } from '../target/marker-environment.ts';
import { parseTarget } from '../target/target.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'against-locks-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Pins = Readonly<Record<string, string>>;

interface Wish {
  readonly runtime: string;
  readonly extras?: readonly string[];
  readonly groups?: readonly string[];
}

async function ours(input: string, { runtime, extras = [], groups = [] }: Wish): Promise<Pins> {
  const output = join(dirname(input), 'out', `${runtime}-${[...extras, ...groups].join('-')}.zip`);
  const lock = output.replace(/\.zip$/, '.toml');
  const request = { inputs: [input], runtime, architecture: 'x86_64', output, lock, extras, groups };
  const result = await buildLayer(request, {});
  if (result.kind === 'refused') throw new Error('the build was refused');
  return Object.fromEntries(result.manifest.packages.map(({ name, version }) => [name, version]));
}

/** Lines such as `idna==3.7 ; python_version < "3.12"`, narrowed to the target. */
function narrowed(exported: string, runtime: string): Pins {
  const environment = markerEnvironment(parseTarget(runtime, 'x86_64'));
  const lines = exported.split('\n').filter((line) => /^[A-Za-z0-9]/.test(line));
  const requirements = lines.map((line) => parseRequirement(line.replace(/ \\$/, '')));
  return Object.fromEntries(
    requirements
      .filter(({ marker }) => marker === undefined || evaluateMarker(marker, environment))
      .map(({ name, specifier }) => [name, pinnedVersion(specifier) ?? specifier]),
  );
}

function project(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  return join(folder, name);
}

const UV = process.env['UV'] ?? 'uv';
const testWithUv = testWithTool('uv', [UV, '--version']);

describe('uv', () => {
  const uv = (cwd: string, ...args: string[]) => execFileSync(UV, ['-q', ...args], { cwd, encoding: 'utf8' });
  const wishes: readonly Wish[] = ['python3.9', 'python3.12', 'python3.13'].flatMap((runtime) => [
    { runtime },
    { runtime, extras: ['web', 'new'], groups: ['dev'] },
    { runtime, extras: ['old'] },
  ]);

  testWithUv('takes the same packages as `uv export`', { timeout: 600_000 }, async () => {
    const cwd = project('uv', {
      'pyproject.toml': `[project]
name = "app"
version = "0.1.0"
requires-python = ">=3.9"
dependencies = ["requests[socks]>=2.31", "numpy", "colorama; sys_platform == 'win32'", "rich", "worker"]
[project.optional-dependencies]
web = ["flask>=2", "sqlalchemy[asyncio]"]
old = ["pydantic<2"]
new = ["pydantic>=2"]
[dependency-groups]
dev = ["pytest", { include-group = "lint" }]
lint = ["attrs"]
[tool.uv]
conflicts = [[{ extra = "old" }, { extra = "new" }]]
[tool.uv.sources]
worker = { workspace = true }
[tool.uv.workspace]
members = ["worker"]
`,
      'worker/pyproject.toml': `[project]
name = "worker"
version = "0.2.0"
requires-python = ">=3.9"
dependencies = ["idna<3.8; python_version < '3.12'", "httpx[http2]"]
`,
    });
    uv(cwd, 'lock');
    for (const wish of wishes) {
      const chosen = [
        ...(wish.extras ?? []).flatMap((name) => ['--extra', name]),
        ...(wish.groups ?? []).flatMap((name) => ['--group', name]),
      ];
      const only = ['--frozen', '--no-hashes', '--no-emit-workspace', '--no-default-groups'];
      const theirs = narrowed(uv(cwd, 'export', ...only, ...chosen), wish.runtime);
      expect([wish, await ours(join(cwd, 'uv.lock'), wish)]).toEqual([wish, theirs]);
      expect(Object.keys(theirs).length).toBeGreaterThan(8);
      // The same as PEP 751 has it: uv has narrowed it to the extras and groups already, and names the projects themselves.
      writeFileSync(
        join(cwd, 'pylock.toml'),
        uv(
          cwd,
          'export',
          '--format',
          'pylock.toml',
          ...only.filter((option) => option !== '--no-hashes' && option !== '--no-emit-workspace'),
          ...chosen,
        ),
      );
      expect([wish, await ours(join(cwd, 'pylock.toml'), { runtime: wish.runtime })]).toEqual([wish, theirs]);
    }
  });

  testWithUv('can install from the lock that we write', { timeout: 300_000 }, async () => {
    const cwd = project('ours', { 'requirements.txt': 'requests[socks]\nnumpy\nflask\n' });
    const pins = await ours(join(cwd, 'requirements.txt'), { runtime: 'python3.12' });
    const lock = join(cwd, 'pylock.toml');
    writeFileSync(lock, readFileSync(join(cwd, 'out/python3.12-.toml')));
    const { path: python } = await findInterpreter(parseTarget('python3.12', 'x86_64'));
    const platform = [
      '--python',
      python,
      '--python-platform',
      'x86_64-manylinux_2_34',
      '--target',
      join(cwd, 'target'),
    ];
    const said = execFileSync(
      '/bin/sh',
      ['-c', '"$0" "$@" 2>&1', UV, 'pip', 'install', '--dry-run', '-r', lock, ...platform],
      { encoding: 'utf8' },
    );
    const theirs = [...said.matchAll(/^ \+ ([^=\s]+)==(\S+)/gm)].map(([, name = '', version = '']) => [name, version]);
    expect(Object.fromEntries(theirs)).toEqual(pins);
  });
});

const PYTHON = process.env['LOCK_TOOLS_PYTHON'] ?? 'python3';
const has = (module: string) => answers([PYTHON, '-c', `import ${module}`]);

testWithTool('a Python with packaging 26', has('packaging.pylock'))(
  'the lock that we write is one by PEP 751',
  { timeout: 300_000 },
  async () => {
    const cwd = project('valid', { 'requirements.txt': 'requests[socks]\nnumpy\n' });
    const pins = await ours(join(cwd, 'requirements.txt'), { runtime: 'python3.12' });
    const program = `import sys, tomllib
from packaging.pylock import Pylock
lock = Pylock.from_dict(tomllib.load(open(sys.argv[1], "rb")))
lock.validate()
print("\\n".join(f"{package.name}=={package.version}" for package in lock.packages))`;
    const read = execFileSync(PYTHON, ['-c', program, join(cwd, 'out/python3.12-.toml')], { encoding: 'utf8' });
    expect(narrowed(read, 'python3.12')).toEqual(pins);
  },
);

testWithTool('Poetry with its export plugin', has('poetry_plugin_export'))(
  'Poetry: takes the same packages as `poetry export`',
  { timeout: 600_000 },
  async () => {
    const index = indexSettings({ environment: process.env, folder }).indexes.at(-1)?.url ?? '';
    const cwd = project('poetry', {
      'pyproject.toml': `[tool.poetry]
name = "app"
version = "0.1.0"
package-mode = false
[tool.poetry.dependencies]
python = "^3.9"
requests = { version = "^2.31", extras = ["socks"] }
numpy = "<2.1"
flask = { version = "~3.1", optional = true }
tomli = { version = ">=2", python = "<3.11" }
[tool.poetry.extras]
web = ["flask"]
[tool.poetry.group.dev.dependencies]
attrs = "*"
[[tool.poetry.source]]
name = "simple"
url = "${index}"
priority = "primary"
`,
    });
    const poetry = (...args: string[]) =>
      execFileSync(PYTHON, ['-m', 'poetry', ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    poetry('lock');
    for (const runtime of ['python3.9', 'python3.12']) {
      for (const wish of [{ runtime }, { runtime, extras: ['web'], groups: ['dev'] }]) {
        const chosen = [
          ...(wish.extras ?? []).flatMap((name) => ['--extras', name]),
          ...(wish.groups ?? []).flatMap((name) => ['--with', name]),
        ];
        const theirs = narrowed(poetry('export', '--without-hashes', ...chosen), runtime);
        expect([wish, await ours(join(cwd, 'poetry.lock'), wish)]).toEqual([wish, theirs]);
      }
    }
  },
);

testWithTool('pipenv', has('pipenv'))(
  'pipenv: takes the same packages as its default section',
  { timeout: 600_000 },
  async () => {
    const cwd = project('pipenv', {
      Pipfile: `[packages]
requests = {version = ">=2.31", extras = ["socks"]}
numpy = "<2.1"
[dev-packages]
attrs = "*"
[requires]
python_version = "${pythonOf(PYTHON)}"
`,
    });
    const env = { ...process.env, PIPENV_IGNORE_VIRTUALENVS: '1', WORKON_HOME: join(folder, 'environments') };
    execFileSync(PYTHON, ['-m', 'pipenv', 'lock', '--python', PYTHON], { cwd, env, stdio: 'ignore' });
    const runtime = `python${pythonOf(PYTHON)}`;
    const requirements = (...args: string[]) =>
      execFileSync(PYTHON, ['-m', 'pipenv', 'requirements', ...args], {
        cwd,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const lock = join(cwd, 'Pipfile.lock');
    expect(await ours(lock, { runtime })).toEqual(narrowed(requirements(), runtime));
    expect(await ours(lock, { runtime, groups: ['dev'] })).toEqual(narrowed(requirements('--dev'), runtime));
  },
);

function pythonOf(python: string): string {
  const program = 'import sys; print("%d.%d" % sys.version_info[:2])';
  return execFileSync(python, ['-c', program], { encoding: 'utf8' }).trim();
}
