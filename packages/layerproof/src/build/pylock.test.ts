import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseMetadata } from '../python/standards/metadata.ts';
import { wheelFile } from '../python/testing/table-index.ts';
import { parseTarget } from '../target/target.ts';
import type { LayerPackage } from './layer-package.ts';
import { printLock, readLock } from './pylock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pylock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const TARGET = parseTarget('python3.9', 'x86_64');
const HASH = 'ab'.repeat(32);

function layerPackage(name: string, version: string, requires: readonly string[] = []): LayerPackage {
  const wheel = wheelFile(`${name}-${version}-py3-none-any.whl`, {});
  const metadata = parseMetadata(`Name: ${name}\nVersion: ${version}\n`);
  const resolved = { name, version, wheel, metadata, requires, isAsked: true, passedOver: undefined };
  return { resolved, metadata, artifact: { path: '/nowhere', sha256: HASH, size: 1234 } };
}

function read(text: string, target = TARGET): string[] {
  const path = join(folder, 'pylock.toml');
  writeFileSync(path, text);
  return readLock(path, 'pylock.toml', target).map(({ wheel }) => wheel.name.fileName);
}

test('a lock is written as PEP 751 has it, and read back as it was', () => {
  const path = join(folder, 'pylock.toml');
  writeFileSync(path, printLock(path, TARGET, [layerPackage('a', '1.0', ['b']), layerPackage('b', '2.0')]));
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
    readLock(path, 'pylock.toml', TARGET).map(({ name, version, requires, wheel }) => [
      name,
      version,
      requires,
      wheel.sha256,
    ]),
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
  test('gives the best wheel of each package that the target takes', () => {
    expect(read(OF_OTHERS)).toEqual(['native-1.0-cp39-cp39-manylinux_2_17_x86_64.whl']);
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
    ['a source archive only', OF_OTHERS.replace(/wheels = \[\n[\s\S]*?\n\]/, ''), 'x86_64', 'bad-lock'],
    ['a hash that is none', OF_OTHERS.replaceAll(HASH, '../../../elsewhere'), 'x86_64', 'bad-lock'],
    ['a package without a name', OF_OTHERS.replace('name = "Native"', ''), 'x86_64', 'bad-lock'],
    ['a marker that is none', OF_OTHERS.replace("== 'win32'", '=='), 'x86_64', 'bad-lock'],
    ['no hash', OF_OTHERS.replaceAll('sha256', 'md5'), 'x86_64', 'bad-lock'],
    ['a later form', OF_OTHERS.replace('"1.0"', '"2.0"'), 'x86_64', 'bad-lock'],
    ['no TOML', '<html>', 'x86_64', 'bad-lock'],
  ])('with %s is a fault', (_, text, architecture, code) => {
    expect(() => read(text, parseTarget('python3.9', architecture))).toThrow(expect.objectContaining({ code }));
  });
});

test('a lock of ours for another target is a fault, also where its markers would do', () => {
  const path = join(folder, 'pylock.toml');
  const text = printLock(path, TARGET, [layerPackage('a', '1.0')]);
  expect(() => read(text, parseTarget('python3.9', 'arm64'))).toThrow(
    'pylock.toml was made for python3.9/x86_64, but the target is python3.9/arm64',
  );
});
