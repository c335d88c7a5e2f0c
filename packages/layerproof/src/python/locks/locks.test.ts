// Locks as uv 0.13, Poetry 2.5, 1.8 and 1.2 and pipenv 2026 wrote them for the projects beside them; the hosts are renamed.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseTarget } from '../../target/target.ts';
import { type LockKind, readLockContent } from './read-lock.ts';

const FORMATS = {
  uv: ['uv-lock', 'uv/uv.lock'],
  'uv workspace': ['uv-lock', 'uv-workspace/uv.lock'],
  'poetry 2.1': ['poetry-lock', 'poetry-2.1/poetry.lock'],
  'poetry 2.0': ['poetry-lock', 'poetry-2.0/poetry.lock'],
  'poetry 1.1': ['poetry-lock', 'poetry-1.1/poetry.lock'],
  pipenv: ['pipfile-lock', 'pipenv/Pipfile.lock'],
} as const satisfies Record<string, readonly [LockKind, string]>;

const fixture = (path: string) => join(import.meta.dirname, 'testing', path);

interface Wish {
  readonly runtime?: string;
  readonly extras?: readonly string[];
  readonly groups?: readonly string[];
}

function content(kind: LockKind, path: string, { runtime = 'python3.9', extras = [], groups = [] }: Wish) {
  const selection = { extras: new Set(extras), groups: new Set(groups) };
  const label = path.split('/').at(-1) ?? path;
  return readLockContent(kind, path, label, parseTarget(runtime, 'x86_64'), selection);
}

function pins(format: keyof typeof FORMATS, wish: Wish = {}): string {
  const [kind, path] = FORMATS[format];
  const { packages } = content(kind, fixture(path), wish);
  return packages
    .map(({ name, version }) => `${name} ${version}`)
    .toSorted()
    .join(', ');
}

describe('a uv.lock', () => {
  test('gives what its project asks for, edge by edge, with the forks that are for the target', () => {
    expect(pins('uv')).toBe('click 8.1.8, idna 3.7, six 1.17.0');
    expect(pins('uv', { runtime: 'python3.12' })).toBe('click 8.5.1, idna 3.20, six 1.17.0');
  });

  test('gives the chosen extras and groups, and the groups that these include', () => {
    expect(pins('uv', { extras: ['web'], groups: ['dev'] })).toBe(
      'click 8.1.8, idna 3.7, itsdangerous 2.2.0, pluggy 1.6.0, pycodestyle 2.14.0, six 1.17.0',
    );
    expect(pins('uv', { groups: ['lint'] })).toBe('click 8.1.8, idna 3.7, pycodestyle 2.14.0, six 1.17.0');
  });

  test('tells extras that exclude each other apart', () => {
    expect(pins('uv', { extras: ['old'] })).toContain('packaging 23.2');
    expect(pins('uv', { extras: ['new'] })).toContain('packaging 26.3');
    expect(() => pins('uv', { extras: ['old', 'new'] })).toThrow(
      'uv.lock says that new and old exclude each other, but both are wanted',
    );
  });

  test('says which projects are not in the layer themselves, and which extras and groups there are', () => {
    const { notes, extras, groups } = content('uv-lock', fixture('uv/uv.lock'), {});
    expect(notes).toEqual([expect.stringContaining('uv.lock: worker is a project without a wheel')]);
    expect([[...extras].toSorted(), [...groups].toSorted()]).toEqual([
      ['new', 'old', 'web'],
      ['dev', 'lint'],
    ]);
  });

  test('says who needs whom, and what the project itself asks for', () => {
    const { packages } = content('uv-lock', fixture('uv/uv.lock'), {});
    expect(packages.map(({ name, isAsked }) => [name, isAsked]).toSorted()).toEqual([
      ['click', true],
      ['idna', true],
      ['six', false],
    ]);
  });
});

describe('a uv.lock of a workspace without a project of its own', () => {
  test('gives what all its members ask for, and the groups of the workspace', () => {
    expect(pins('uv workspace')).toBe('click 8.1.8, idna 3.20, six 1.16.0, toml 0.10.2');
    expect(pins('uv workspace', { runtime: 'python3.12', extras: ['y'], groups: ['dev'] })).toBe(
      'attrs 26.1.0, click 8.1.8, idna 3.20, pluggy 1.7.0, six 1.16.0, toml 0.10.2',
    );
  });

  test('takes wheels from their addresses, their paths, and folders of wheels', () => {
    const { packages, notes } = content('uv-lock', fixture('uv-workspace/uv.lock'), {});
    const urlOf = (name: string) => {
      const files = packages.find((locked) => locked.name === name)?.files;
      return files?.kind === 'wheels' ? files.wheels[0]?.url : undefined;
    };
    const besideTheLock = (path: string) => pathToFileURL(fixture(`uv-workspace/${path}`)).href;
    expect(urlOf('click')).toMatch(/^https:\/\/files\.example\/.*\/click-8\.1\.8-py3-none-any\.whl$/);
    expect(urlOf('six')).toBe(besideTheLock('wheels/six-1.16.0-py2.py3-none-any.whl'));
    expect(urlOf('toml')).toBe(besideTheLock('wheels/toml-0.10.2-py2.py3-none-any.whl'));
    expect(notes).toContain('uv.lock has no hash of toml');
  });
});

describe.each(['poetry 2.1', 'poetry 2.0', 'poetry 1.1'] as const)('a lock of %s', (format) => {
  test('gives the main group, with the versions that are for the target', () => {
    expect(pins(format)).toBe('click 8.1.8, idna 3.7');
    const click = format === 'poetry 2.1' ? '8.5.1' : '8.1.8';
    expect(pins(format, { runtime: 'python3.12' })).toBe(`click ${click}, idna 3.20`);
  });

  test('gives the chosen extras and groups', () => {
    expect(pins(format, { extras: ['web'], groups: ['dev'] })).toBe(
      'click 8.1.8, idna 3.7, itsdangerous 2.2.0, pycodestyle 2.14.0',
    );
  });

  test('has hashes for the index to find the files by', () => {
    const [kind, path] = FORMATS[format];
    const { packages, extras, groups } = content(kind, fixture(path), {});
    expect(packages.find(({ name }) => name === 'idna')?.files).toEqual({
      kind: 'hashes',
      sha256: expect.objectContaining({}),
      index: 'https://index.example/simple',
    });
    expect([[...extras], [...groups]]).toEqual([['web'], ['dev']]);
  });
});

describe('a Pipfile.lock', () => {
  test('gives its default section, and the chosen group', () => {
    expect(pins('pipenv', { runtime: 'python3.12' })).toBe('click 8.5.1');
    expect(pins('pipenv', { runtime: 'python3.12', groups: ['dev'] })).toBe('click 8.5.1, pycodestyle 2.15.0');
  });

  test('is for one Python', () => {
    expect(() => pins('pipenv')).toThrow('Pipfile.lock was made for Python 3.12, but the target is python3.9/x86_64');
  });
});

describe('a lock that cannot be used', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'locks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function changed(format: keyof typeof FORMATS, from: string | RegExp, to: string, wish: Wish = {}): () => unknown {
    const [kind, path] = FORMATS[format];
    const text = readFileSync(fixture(path), 'utf8');
    expect(text.search(from)).toBeGreaterThanOrEqual(0);
    const file = join(folder, path.split('/').at(-1) ?? '');
    writeFileSync(file, text.replace(from, to));
    return () => content(kind, file, wish);
  }
  const fault = (code: string, message: string) =>
    expect.objectContaining({ code, message: expect.stringContaining(message) });

  test.each([
    ['a later version', /^version = 1$/m, 'version = 2', 'lock-version-unknown', 'its `version` is 2'],
    ['a form of before', /\[package/g, '[distribution', 'bad-lock', '`uv lock` writes it anew'],
    ['another Python', '>=3.9', '>=3.13', 'lock-for-other-target', 'made for Python >=3.13'],
    [
      'another platform',
      /^revision.*$/m,
      'supported-markers = ["sys_platform == \'win32\'"]',
      'lock-for-other-target',
      "made for sys_platform == 'win32'",
    ],
    [
      'a repository',
      /source = \{ registry[^}]*\}(?=\nsdist[^\n]*six)/,
      'source = { git = "https://host.example/six" }',
      'locked-as-source',
      'uv.lock has six as a repository',
    ],
    [
      'a source archive alone',
      /wheels = \[\n[^\]]*six-[^\]]*\]/,
      '',
      'locked-as-source',
      'uv.lock has six as a source archive (sdist) without wheels',
    ],
    ['a hash that is none', /(six-[^\n]*whl", hash = "sha256:)/, '$100', 'lock-bad-hash', 'is not 64 hex digits'],
    ['a package that is not there', 'name = "six" }', 'name = "seven" }', 'bad-lock', 'it asks for seven'],
    ['no TOML', 'version', 'version =', 'lock-not-toml', 'is not TOML'],
  ])('of uv, with %s', (_, from, to, code, message) => {
    expect(changed('uv', from, to)).toThrow(fault(code, message));
  });

  test.each([
    ['a later version', 'lock-version = "2.1"', 'lock-version = "3.0"', 'bad-lock', 'its `lock-version` is 3.0'],
    [
      'another Python',
      'python-versions = ">=3.9,<4"',
      'python-versions = "^3.13"',
      'lock-for-other-target',
      'Python ^3.13',
    ],
    ['a hash that is none', 'sha256:63c132', 'sha256:', 'lock-bad-hash', 'is not 64 hex digits'],
    ['a repository', 'type = "legacy"', 'type = "git"', 'locked-as-source', 'click as a repository'],
  ])('of Poetry, with %s', (_, from, to, code, message) => {
    expect(changed('poetry 2.1', from, to)).toThrow(fault(code, message));
  });

  test('of an older Poetry, without its project, or with another one', () => {
    const read = changed('poetry 1.1', 'click', 'click');
    expect(read).toThrow(fault('bad-lock', 'needs the `pyproject.toml` beside it'));
    writeFileSync(join(folder, 'pyproject.toml'), '[tool.poetry.dependencies]\nother = "*"\n');
    expect(read).toThrow(fault('bad-lock', 'other is asked for, of which it has no package'));
    copyFileSync(fixture('poetry-1.1/pyproject.toml'), join(folder, 'pyproject.toml'));
    expect(read).not.toThrow();
  });

  test.each([
    ['no version', '"==8.5.1"', '"*"', 'bad-lock', 'it pins no version of click'],
    ['another form', '"pipfile-spec": 6', '"pipfile-spec": 7', 'lock-version-unknown', 'its `pipfile-spec` is 7'],
    ['a repository', '"version": "==8.5.1"', '"git": "https://host.example/click"', 'locked-as-source', 'a repository'],
    ['no section', '"default"', '"others"', 'bad-lock', 'it has no section `default`'],
    ['no JSON', '{', '', 'lock-not-json', 'is not JSON'],
  ])('of pipenv, with %s', (_, from, to, code, message) => {
    expect(changed('pipenv', from, to, { runtime: 'python3.12' })).toThrow(fault(code, message));
  });
});

test('a package without a hash is taken, and a note says so', () => {
  const folder = mkdtempSync(join(tmpdir(), 'locks-'));
  const file = join(folder, 'uv.lock');
  const text = readFileSync(fixture('uv/uv.lock'), 'utf8');
  writeFileSync(file, text.replace(/(six-[^\n]*whl"), hash = "[^"]*"/, '$1'));
  expect(content('uv-lock', file, {}).notes).toContain('uv.lock has no hash of six');
  rmSync(folder, { recursive: true });
});
