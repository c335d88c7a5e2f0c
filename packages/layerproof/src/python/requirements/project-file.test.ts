import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseTarget } from '../../target/target.ts';
import { readProject } from './project-file.ts';
import type { AskedRequirement } from './requirements.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'project-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Wish {
  readonly extras?: readonly string[];
  readonly groups?: readonly string[];
  readonly runtime?: string;
}

function read(text: string, { extras = [], groups = [], runtime = 'python3.12' }: Wish = {}) {
  const path = join(folder, 'pyproject.toml');
  writeFileSync(path, text);
  const selection = { extras: new Set(extras), groups: new Set(groups) };
  return readProject(path, 'pyproject.toml', { target: parseTarget(runtime, 'x86_64'), selection });
}

const texts = (asked: readonly AskedRequirement[]) =>
  asked.map(({ requirement: { name, extras, specifier, url } }) =>
    [name, extras.length === 0 ? '' : `[${extras.join()}]`, specifier, url === undefined ? '' : ` @ ${url}`].join(''),
  );

const PROJECT = `
[project]
name = "My_App"
requires-python = ">=3.9"
dependencies = ["requests[socks]>=2", "tomli; python_version < '3.11'"]
[project.optional-dependencies]
web = ["flask"]
Command-Line = ["click"]
all = ["my-app[web, command_line]"]
[dependency-groups]
lint = ["ruff"]
dev = ["pytest", { include-group = "Lint" }]
[build-system]
requires = ["hatchling"]
`;

describe('a project (PEP 621, PEP 735)', () => {
  test('asks for its dependencies, and says where', () => {
    const { requirements, extras, groups } = read(PROJECT);
    expect(texts(requirements)).toEqual(['requests[socks]>=2', 'tomli']);
    expect(requirements.map(({ origin }) => origin)[0]).toBe('pyproject.toml [project.dependencies]');
    expect(requirements[1]?.requirement.marker).toBeDefined();
    expect([[...extras], [...groups]]).toEqual([
      ['web', 'command-line', 'all'],
      ['lint', 'dev'],
    ]);
  });

  test('asks for the chosen extras, also through an extra that names others', () => {
    expect(texts(read(PROJECT, { extras: ['all'] }).requirements)).toEqual([
      'requests[socks]>=2',
      'tomli',
      'click',
      'flask',
    ]);
  });

  test('asks for the chosen groups, and those that they include', () => {
    expect(texts(read(PROJECT, { groups: ['dev'] }).requirements)).toEqual([
      'requests[socks]>=2',
      'tomli',
      'pytest',
      'ruff',
    ]);
  });

  test('groups alone are a project too', () => {
    expect(texts(read('[dependency-groups]\na = ["b"]', { groups: ['a'] }).requirements)).toEqual(['b']);
  });
});

describe('[tool.uv]', () => {
  test('narrows, overrides, leaves out and says where to look', () => {
    mkdirSync(join(folder, 'wheels'));
    const rules = read(
      `${PROJECT}
[tool.uv]
constraint-dependencies = ["urllib3<2"]
override-dependencies = ["idna==3.7"]
exclude-dependencies = ["PySocks"]
prerelease = "allow"
find-links = ["wheels"]
no-binary-package = ["numpy"]
[[tool.uv.index]]
name = "team"
url = "https://team.example/simple"
explicit = true
[[tool.uv.index]]
url = "https://index.example/simple"
default = true
[tool.uv.sources]
requests = { index = "team" }
tomli = { url = "https://host.example/tomli-2-py3-none-any.whl" }
`,
      { runtime: 'python3.9' },
    );
    expect([texts(rules.constraints), texts(rules.overrides), [...rules.excluded]]).toEqual([
      ['urllib3<2'],
      ['idna==3.7'],
      ['pysocks'],
    ]);
    expect([...rules.indexes]).toEqual([['requests', 'https://team.example/simple']]);
    expect(rules.options).toMatchObject({
      indexUrl: 'https://index.example/simple',
      extraIndexUrls: [],
      findLinks: [join(folder, 'wheels')],
      prereleases: true,
    });
    expect(texts(rules.requirements)[1]).toBe('tomli @ https://host.example/tomli-2-py3-none-any.whl');
    expect(rules.notes).toEqual(['pyproject.toml: `no-binary-package` of [tool.uv] has no effect here']);
  });

  test('takes the source whose marker holds', () => {
    const sources = (requirement: string) => `[project]
name = "a"
dependencies = ["${requirement}"]
[tool.uv.sources]
b = [
  { path = "win/b-1-py3-none-any.whl", marker = "sys_platform == 'win32'" },
  { path = "linux/b-1-py3-none-any.whl", marker = "sys_platform == 'linux'" },
]`;
    const url = pathToFileURL(join(folder, 'linux/b-1-py3-none-any.whl')).href;
    expect(texts(read(sources('b>=1')).requirements)).toEqual([`b @ ${url}`]);
  });

  test('asks for no wheel of what is not for the target', () => {
    const text = `[project]
name = "a"
dependencies = ["b; sys_platform == 'win32'"]
[tool.uv.sources]
b = { git = "https://host.example/b" }`;
    expect(read(text).requirements.map(({ requirement }) => requirement.url)).toEqual([undefined]);
  });
});

describe('a project of Poetry', () => {
  const POETRY = `
[tool.poetry.dependencies]
python = "^3.9"
Requests = { version = "^2.31", extras = ["socks"] }
tomli = { version = "~2.0", python = "<3.11" }
flask = { version = "*", optional = true }
numpy = [{ version = "<2", python = "<3.10" }, { version = "2.*", python = ">=3.10" }]
private = { version = "1.0", source = "team" }
[tool.poetry.extras]
web = ["flask"]
[tool.poetry.group.test.dependencies]
pytest = ">=8"
[tool.poetry.dev-dependencies]
ruff = "*"
[[tool.poetry.source]]
name = "team"
url = "https://team.example/simple"
priority = "explicit"
`;

  test('asks for its dependencies as Poetry documents them', () => {
    const { requirements, indexes, options } = read(POETRY);
    expect(texts(requirements)).toEqual(['requests[socks]>=2.31,<3.0', 'numpy==2.*', 'private==1.0']);
    expect(texts(read(POETRY, { runtime: 'python3.9' }).requirements)).toEqual([
      'requests[socks]>=2.31,<3.0',
      'tomli>=2.0,<2.1',
      'numpy<2',
      'private==1.0',
    ]);
    expect([...indexes]).toEqual([['private', 'https://team.example/simple']]);
    expect(options.extraIndexUrls).toEqual([]);
  });

  test('has extras and groups', () => {
    expect(texts(read(POETRY, { extras: ['web'], groups: ['test', 'dev'] }).requirements)).toEqual([
      'requests[socks]>=2.31,<3.0',
      'flask',
      'numpy==2.*',
      'private==1.0',
      'pytest>=8',
      'ruff',
    ]);
  });
});

describe('a project that cannot be used is a fault', () => {
  const project = (lines: string) => `[project]\nname = "a"\n${lines}`;
  const group = (lines: string) => `[dependency-groups]\n${lines}`;
  test.each([
    ['<html>', 'bad-project', 'pyproject.toml cannot be used: it is not TOML'],
    ['[build-system]', 'bad-project', 'has neither [project], [dependency-groups] nor [tool.poetry.dependencies]'],
    [
      project('dependencies = ["=="]'),
      'bad-project',
      'pyproject.toml [project.dependencies] cannot be used: Requirement `==`',
    ],
    [
      project('requires-python = ">=3.13"'),
      'project-for-other-python',
      'needs Python >=3.13, but the target is python3.12/x86_64',
    ],
    [project('dynamic = ["dependencies"]'), 'dynamic-dependencies', 'says that its dependencies are dynamic'],
    [
      group('g = [{ include-group = "h" }]\nh = [{ include-group = "g" }]'),
      'bad-project',
      'group g includes h includes g, and so has no end',
    ],
    [
      group('g = [{ include-group = "gone" }]'),
      'bad-project',
      'g includes the dependency group gone, which is not there',
    ],
    [group('g = "b"'), 'bad-project', 'the dependency group g is not a list'],
    [group('g = [{ other = "b" }]'), 'bad-project', 'neither a requirement nor `include-group`'],
    [group('g = []\nG = []'), 'bad-project', 'g and G are one dependency group, written twice'],
    [
      project('dependencies = ["b"]\n[tool.uv.sources]\nb = { git = "https://host/b" }'),
      'source-dependency',
      'has b from [tool.uv.sources] git = "https://host/b"',
    ],
    [
      project('dependencies = ["b"]\n[tool.uv.sources]\nb = { workspace = true }'),
      'source-dependency',
      'workspace = true',
    ],
    [
      project('dependencies = []\n[tool.uv]\nresolution = "lowest"'),
      'setting-not-followed',
      'has `resolution = "lowest"`',
    ],
    ['[tool.poetry.dependencies]\npython = "<3.10"', 'project-for-other-python', 'needs Python <3.10'],
    [
      '[tool.poetry.dependencies]\nb = { git = "https://host/b.git" }',
      'source-dependency',
      'has b from git = "https://host/b.git"',
    ],
    ['[tool.poetry.dependencies]\nb = "^1 || ^3"', 'bad-project', '`b = "^1 || ^3"` is not one range of versions'],
  ])('%j', (text, code, message) => {
    expect(() => read(text, { groups: ['g'] })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  test('dynamic dependencies that setuptools reads from files: the hint names them', () => {
    const text = `${project('dynamic = ["dependencies"]')}\n[tool.setuptools.dynamic]\ndependencies = { file = ["base.txt"] }`;
    expect(() => read(text)).toThrow(
      expect.objectContaining({ hint: 'Give base.txt in its place, which it reads them from.' }),
    );
  });
});
