import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseTarget } from '../target/target.ts';
import { findInterpreter } from './interpreter.ts';
import { nodePlaces, pythonPlaces } from './interpreter-places.ts';

const home = mkdtempSync(join(tmpdir(), 'layerproof-interpreters-'));
afterAll(() => rmSync(home, { recursive: true }));

const target = parseTarget('python3.7', process.arch === 'arm64' ? 'arm64' : 'x86_64');

/** A program that answers as an interpreter does; what is not said is right. */
function interpreter(path: string, answer: Readonly<Record<string, unknown>>): string {
  const whole = {
    implementation: 'CPython',
    version: '3.7.9',
    platform: 'linux',
    machine: process.arch === 'arm64' ? 'aarch64' : 'x86_64',
    bits: 64,
    libc: 'glibc 2.36',
    freeThreaded: false,
    path: '/the/program/itself',
    folders: [],
    ...answer,
  };
  return program(path, `echo '${JSON.stringify(whole)}'`);
}

function program(path: string, script: string): string {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

function on(...folders: readonly string[]) {
  const PATH = folders.map((folder) => join(home, folder)).join(':');
  return { platform: 'linux', environment: { PATH: `${PATH}:/usr/bin:/bin`, HOME: '/nowhere' } };
}

test('takes the program itself where a shim led to it', async () => {
  interpreter('shim/python3.7', {});
  expect(await findInterpreter(target, on('shim'))).toEqual({
    path: '/the/program/itself',
    name: 'CPython',
    version: '3.7.9',
    folders: [],
  });
});

test.each([
  ['another Python', { implementation: 'PyPy' }, 'PyPy'],
  ['another system', { platform: 'cygwin' }, 'a CPython for cygwin'],
  ['another CPU', { machine: 'riscv64' }, 'a CPython for riscv64'],
  ['another width', { bits: 32 }, 'a CPython of 32 bits'],
  ['another C library', { libc: '' }, 'a CPython without glibc, as on Alpine Linux'],
  ['no lock', { freeThreaded: true }, 'a free-threaded CPython'],
])('refuses an interpreter of the right name for %s', async (name, answer, reason) => {
  const folder = name.replaceAll(' ', '-');
  const path = interpreter(`${folder}/python3.7`, answer);
  await expect(findInterpreter(target, on(folder))).rejects.toMatchObject({
    code: 'cannot-import-here',
    message: `The layer is for ${target.label}, but ${path} is ${reason}`,
  });
});

test('passes over what does not answer, and names of other versions', async () => {
  program('odd/python3.7', 'exit 1');
  program('odd/python3', 'echo no JSON');
  interpreter('odd/python', { version: '3.11.2' });
  await expect(findInterpreter(target, on('odd'))).rejects.toThrow('but no CPython 3.7 was found on this machine');
  interpreter('later/python', {});
  expect(await findInterpreter(target, on('odd', 'later'))).toMatchObject({ version: '3.7.9' });
});

test('looks where version managers keep what they install', () => {
  const installed = [
    '.pyenv/versions/3.9.18/bin/python3.9',
    '.local/share/uv/python/cpython-3.9.25-linux-x86_64-gnu/bin/python3.9',
    '.asdf/installs/python/3.9.1/bin/python3.9',
    '.local/share/mise/installs/python/3.9/bin/python3.9',
    `tools/Python/3.9.2/${process.arch}/bin/python3.9`,
  ].map((path) => program(path, ''));
  program('.pyenv/versions/3.90.1/bin/python3.9', '');
  const places = pythonPlaces('3.9', { HOME: home, RUNNER_TOOL_CACHE: join(home, 'tools') });
  expect(places.filter((place) => place.startsWith(home))).toEqual(installed);
  const moved = { UV_PYTHON_INSTALL_DIR: join(home, '.local/share/uv/python'), PYENV_ROOT: join(home, '.pyenv') };
  expect(pythonPlaces('3.9', moved).filter((place) => place.startsWith(home))).toEqual(installed.slice(0, 2));
});

test('looks for Node.js on the PATH and where nvm keeps it', () => {
  const nvm = program('.nvm/versions/node/v24.1.0/bin/node', '');
  program('.nvm/versions/node/v2.4.0/bin/node', '');
  const onPath = program('node-on-path/nodejs', '');
  const places = nodePlaces(24, { HOME: home, PATH: dirname(onPath) });
  expect(places).toEqual([process.execPath, onPath, nvm]);
});
