import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tableIndex, wheelFile } from '../testing/table-index.ts';
import { parseTarget } from '../../target/target.ts';
import { type LockEntry, printLock } from './pylock-writer.ts';
import { readLockContent, resolveLock } from './read-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pylock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const TARGET = parseTarget('python3.9', 'x86_64');
const HASH = 'ab'.repeat(32);

function lockEntry(name: string, version: string, requires: readonly string[] = []): LockEntry {
  const wheel = wheelFile(`${name}-${version}-py3-none-any.whl`, {});
  return { resolved: { name, version, wheel, requires }, artifact: { sha256: HASH, size: 1234 } };
}

const INDEXES = { index: tableIndex({}), indexAt: () => tableIndex({}) };

async function resolved(path: string, target = TARGET, extras: string[] = [], groups: string[] = []) {
  const selection = { extras: new Set(extras), groups: new Set(groups) };
  const content = readLockContent('pylock', path, 'pylock.toml', target, selection);
  return resolveLock(content, 'pylock.toml', target, INDEXES);
}

async function read(text: string, target = TARGET, extras: string[] = [], groups: string[] = []): Promise<string[]> {
  const path = join(folder, 'pylock.toml');
  writeFileSync(path, text);
  return (await resolved(path, target, extras, groups)).map(({ wheel }) => wheel.name.fileName);
}

test('a lock is written as PEP 751 has it, and read back as it was', async () => {
  const path = join(folder, 'pylock.toml');
  writeFileSync(path, printLock(path, TARGET, [lockEntry('a', '1.0', ['b']), lockEntry('b', '2.0')]));
  expect(readFileSync(path, 'utf8')).toMatchInlineSnapshot(`
    "lock-version = "1.0"
    environments = [ "python_version == '3.9' and sys_platform == 'linux' and platform_machine == 'x86_64' and implementation_name == 'cpython'" ]
    requires-python = "==3.9.*"
    created-by = "layerproof"

    [[packages]]
    name = "a"
    version = "1.0"

    [[packages.dependencies]]
    name = "b"

    [[packages.wheels]]
    name = "a-1.0-py3-none-any.whl"
    url = "https://index.example/a-1.0-py3-none-any.whl"
    size = 1234

    [packages.wheels.hashes]
    sha256 = "abababababababababababababababababababababababababababababababab"

    [[packages]]
    name = "b"
    version = "2.0"

    [[packages.wheels]]
    name = "b-2.0-py3-none-any.whl"
    url = "https://index.example/b-2.0-py3-none-any.whl"
    size = 1234

    [packages.wheels.hashes]
    sha256 = "abababababababababababababababababababababababababababababababab"

    [tool.layerproof]
    target = "python3.9/x86_64"
    "
  `);
  expect(
    (await resolved(path)).map(({ name, version, requires, wheel }) => [name, version, requires, wheel.sha256]),
  ).toEqual([
    ['a', '1.0', ['b'], HASH],
    ['b', '2.0', [], HASH],
  ]);
});

/** As other tools write them: every wheel of every platform, markers on the packages, names taken from the address. */
const OF_OTHERS = `
lock-version = "1.0"
created-by = "another tool"
requires-python = ">=3.9"

[[packages]]
name = "Native"
version = "1.0"
sdist = { url = "https://files.example/native-1.0.tar.gz", hashes = { sha256 = "${HASH}" } }
wheels = [
  { url = "https://files.example/native-1.0-cp39-cp39-macosx_11_0_arm64.whl", hashes = { sha256 = "${HASH}" } },
  { url = "https://files.example/native-1.0-cp39-cp39-manylinux_2_17_x86_64.whl", hashes = { sha256 = "${HASH}" } },
  { url = "https://files.example/native-1.0-cp39-cp39-manylinux_2_28_x86_64.whl", hashes = { sha256 = "${HASH}" } },
]

[[packages]]
name = "colorama"
version = "0.4"
marker = "sys_platform == 'win32'"
wheels = [{ url = "https://files.example/colorama-0.4-py3-none-any.whl", hashes = { sha256 = "${HASH}" } }]
`;

describe('a lock of another tool', () => {
  test('gives the best wheel of each package that the target takes', async () => {
    expect(await read(OF_OTHERS)).toEqual(['native-1.0-cp39-cp39-manylinux_2_17_x86_64.whl']);
  });

  test.each([
    ['no wheel for the target', OF_OTHERS, 'arm64', 'no-matching-wheel'],
    ['another Python', OF_OTHERS.replace('>=3.9', '>=3.11'), 'x86_64', 'lock-for-other-target'],
    [
      'another environment',
      `environments = ["sys_platform == 'darwin'"]\n${OF_OTHERS}`,
      'x86_64',
      'lock-for-other-target',
    ],
    ['a source archive only', OF_OTHERS.replace(/wheels = \[\n[\s\S]*?\n\]/, ''), 'x86_64', 'locked-as-source'],
    ['a hash that is none', OF_OTHERS.replaceAll(HASH, '../../../elsewhere'), 'x86_64', 'lock-bad-hash'],
    ['a package without a name', OF_OTHERS.replace('name = "Native"', ''), 'x86_64', 'bad-lock'],
    ['a marker that is none', OF_OTHERS.replace("== 'win32'", '=='), 'x86_64', 'bad-lock'],
    ['no hash', OF_OTHERS.replaceAll('sha256', 'md5'), 'x86_64', 'lock-without-hash'],
    ['a later form', OF_OTHERS.replace('"1.0"', '"2.0"'), 'x86_64', 'lock-version-unknown'],
    ['no TOML', '<html>', 'x86_64', 'lock-not-toml'],
  ])('with %s is a fault', async (_, text, architecture, code) => {
    await expect(read(text, parseTarget('python3.9', architecture))).rejects.toMatchObject({ code });
  });
});

test('a lock of ours for another target is a fault, also where its markers would do', async () => {
  const path = join(folder, 'pylock.toml');
  const text = printLock(path, TARGET, [lockEntry('a', '1.0')]);
  await expect(read(text, parseTarget('python3.9', 'arm64'))).rejects.toThrow(
    'pylock.toml was made for python3.9/x86_64, but the target is python3.9/arm64',
  );
});

describe('the project itself', () => {
  const FOLDERS = (...paths: string[]) =>
    [
      'lock-version = "1.0"',
      ...paths.map((path, at) => `[[packages]]\nname = "p${at}"\ndirectory = { path = "${path}", editable = true }`),
      `[[packages]]\nname = "a"\nversion = "1.0"\nwheels = [{ url = "https://index.example/a-1.0-py3-none-any.whl", hashes = { sha256 = "${HASH}" } }]`,
    ].join('\n');

  test('is left out, which is said, with the members of its workspace', () => {
    mkdirSync(join(folder, 'out'));
    writeFileSync(
      join(folder, 'pyproject.toml'),
      '[project]\nname = "p0"\n[tool.uv.workspace]\nmembers = ["packages/*"]\nexclude = ["packages/old"]\n',
    );
    const path = join(folder, 'out', 'pylock.toml');
    writeFileSync(path, FOLDERS('../', '../packages/one'));
    const content = readLockContent('pylock', path, 'pylock.toml', TARGET, { extras: new Set(), groups: new Set() });
    expect(content.packages.map(({ name }) => name)).toEqual(['a']);
    expect(content.notes).toEqual([expect.stringMatching(/^pylock\.toml: p0, p1 are projects without a wheel: /)]);
  });

  test.each(['packages/old', 'packages/one/deep', '../other', 'libraries/one', '/packages/one'])(
    'a folder that is none of it (%s) is never left out',
    async (path) => {
      writeFileSync(
        join(folder, 'pyproject.toml'),
        '[tool.uv.workspace]\nmembers = ["packages/*"]\nexclude = ["packages/old"]\n',
      );
      await expect(read(FOLDERS('.', path))).rejects.toMatchObject({ code: 'locked-as-source' });
    },
  );

  test('without a pyproject.toml, only the folder of the lock is', async () => {
    expect(await read(FOLDERS('.'))).toEqual(['a-1.0-py3-none-any.whl']);
    await expect(read(FOLDERS('.', 'b'))).rejects.toMatchObject({ code: 'locked-as-source' });
  });
});

describe('extras and dependency groups', () => {
  const entry = (name: string, marker: string, version = '1') => `
[[packages]]
name = "${name}"
version = "${version}"
marker = "${marker}"
wheels = [{ url = "https://files.example/${name}-${version}-py3-none-any.whl", hashes = { sha256 = "${HASH}" } }]
`;
  const LOCK = `
lock-version = "1.0"
created-by = "another tool"
extras = ["web"]
dependency-groups = ["test"]
default-groups = ["main"]
${entry('a', "'main' in dependency_groups")}
${entry('b', "'Web' in extras and python_version >= '3.9'")}
${entry('c', "'test' in dependency_groups or ('main' not in dependency_groups)")}
`;
  const names = async (extras: string[] = [], groups: string[] = []) =>
    (await read(LOCK, TARGET, extras, groups)).map((file) => file.charAt(0)).join('');

  test('are taken when they are chosen; default groups in any case', async () => {
    expect([await names(), await names(['web']), await names([], ['test']), await names(['web'], ['test'])]).toEqual([
      'a',
      'ab',
      'ac',
      'abc',
    ]);
  });

  test('that give one package twice are a fault', async () => {
    const twice = `lock-version = "1.0"\n${entry('a', "'x' in extras")}${entry('a', "'y' in extras", '2')}`;
    expect(await read(twice, TARGET, ['x'])).toEqual(['a-1-py3-none-any.whl']);
    await expect(read(twice, TARGET, ['x', 'y'])).rejects.toThrow(
      'pylock.toml has a more than once for this target: 1 and 2',
    );
  });

  test('a package for another Python is a fault that names it', async () => {
    const lock = `lock-version = "1.0"\n${entry('a', "python_version > '3'")}requires-python = ">=3.12"\n`;
    await expect(read(lock)).rejects.toThrow(
      'pylock.toml was made for Python >=3.12 (a), but the target is python3.9/x86_64',
    );
  });
});
