import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { answers, testWithTool } from '../../../../test/tools.ts';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import type { Image } from '../image/entry.ts';
import { zipImage } from '../image/zip-image.ts';
import { parseTarget } from '../target/target.ts';
import { findInterpreter } from './interpreter.ts';
import { type ImportOptions, proveImport } from './prove-import.ts';

const target = parseTarget('python3.9', 'x86_64');
const python = await findInterpreter(target).catch(() => undefined);
const testWithPython = testWithTool('CPython 3.9', python !== undefined);

function layer(files: Readonly<Record<string, string>>): Image {
  return zipImage(zipBytes(Object.entries(files).map(([name, data]) => ({ name, data }))), 'layer.zip');
}

/** By module: what was said of it, `ok` when it was imported. */
async function wordsOf(files: Readonly<Record<string, string>>, options: ImportOptions = {}) {
  const { modules, isolation } = await proveImport(layer(files), target, options);
  return { isolation, words: Object.fromEntries(modules.map(({ name, message }) => [name, message ?? 'ok'])) };
}

// A folder of this test's own, so that what others do at the same time is not seen in it.
const temporary = mkdtempSync(join(tmpdir(), 'layerproof-prove-'));
process.env['TMPDIR'] = temporary;
afterAll(() => rmSync(temporary, { recursive: true }));

testWithPython('imports what loads, and gives the words of the interpreter for what does not', async () => {
  const image = layer({
    'python/good.py': 'import json, inner',
    'python/inner/__init__.py': 'here = __file__',
    'python/needs_more.py': 'import json\nimport urllib3',
    'python/broken/__init__.py': 'from . import _missing',
    'python/long_words.py': 'raise ImportError("one\\n\\ntwo")',
  });
  const proof = await proveImport(image, target);
  expect(proof).toMatchObject({ level: 'import', target: 'python3.9/x86_64', isWhole: true });
  expect(proof.interpreter).toMatchObject({ name: 'CPython', version: expect.stringMatching(/^3\.9\./) });
  const circular =
    "ImportError: cannot import name '_missing' from partially initialized module 'broken' (most likely due to a circular import) (/opt/python/broken/__init__.py)";
  expect(proof.modules).toEqual([
    { name: 'broken', imported: false, message: circular, at: 'python/broken/__init__.py:1' },
    { name: 'good', imported: true, message: undefined },
    { name: 'inner', imported: true, message: undefined },
    { name: 'long_words', imported: false, message: 'ImportError: one\n\ntwo', at: 'python/long_words.py:1' },
    {
      name: 'needs_more',
      imported: false,
      message: "ModuleNotFoundError: No module named 'urllib3'",
      at: 'python/needs_more.py:2',
    },
  ]);
  expect(readdirSync(temporary)).toEqual([]);
});

testWithPython('tells how an interpreter ended that did not get through', async () => {
  const raise = (signal: string) => `import os, signal\nos.kill(os.getpid(), signal.${signal})`;
  const { words } = await wordsOf({
    'python/bus.py': raise('SIGBUS'),
    'python/illegal.py': raise('SIGILL'),
    'python/leaves.py': 'import os\nos._exit(0)',
    'python/quits.py': 'import sys\nsys.exit(3)',
    'python/says_why.py': 'import os, sys\nsys.stderr.write("terminate called\\n")\nsys.stderr.flush()\nos.abort()',
    'python/segfault.py': 'import ctypes\nctypes.string_at(0)',
    'python/stops.py': 'raise KeyboardInterrupt',
  });
  expect(words).toEqual({
    bus: 'the interpreter was killed by SIGBUS',
    illegal: 'the interpreter was killed by SIGILL',
    leaves: 'the interpreter ended with code 0 before the import was done',
    quits: 'SystemExit: 3',
    says_why: 'the interpreter was killed by SIGABRT (terminate called)',
    segfault: 'the interpreter was killed by SIGSEGV',
    stops: 'KeyboardInterrupt',
  });
});

testWithPython('names the line of the layer in which the interpreter crashed', async () => {
  const image = layer({ 'python/deep/__init__.py': 'import ctypes\n\nctypes.string_at(0)\n' });
  const { modules } = await proveImport(image, target);
  expect(modules).toMatchObject([{ name: 'deep', at: 'python/deep/__init__.py:3' }]);
});

testWithPython('ends what does not end, with all that it started', async () => {
  const code = 'import subprocess, sys\nsubprocess.run([sys.executable, "-c", "import time; time.sleep(600)"])';
  const { words } = await wordsOf({ 'python/hangs.py': code }, { milliseconds: 1500 });
  expect(words).toEqual({ hangs: 'did not end within 1.5 s' });
});

testWithPython('does not wait for a process that a module leaves running', async () => {
  const code = 'import subprocess, sys\nsubprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])';
  const { words } = await wordsOf({ 'python/leaves_one.py': code });
  expect(words).toEqual({ leaves_one: 'ok' });
});

testWithPython('gives a module no more memory than it may have', async () => {
  const { words } = await wordsOf({ 'python/greedy.py': 'big = bytearray(400 << 20)' }, { memoryMebibytes: 256 });
  expect(words).toEqual({ greedy: 'MemoryError (it may take 256 MiB here)' });
});

testWithPython('takes the network away where it can, and says when it cannot', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const code = `import socket\nsocket.create_connection(("127.0.0.1", ${port}), 5)`;
  const { isolation, words } = await wordsOf({ 'python/calls_home.py': code });
  server.close();
  if (isolation.network === 'none') expect(words['calls_home']).toMatch(/^ConnectionRefusedError/);
  else expect(words['calls_home']).toBe('ok');
});

testWithPython('lets a module write into /tmp alone, as Lambda does, or at least not into the layer', async () => {
  const { isolation, words } = await wordsOf({
    'python/in_home.py': 'import os\nassert not os.path.exists(os.environ["HOME"])',
    'python/in_layer.py': 'open(__file__ + ".new", "w")',
    'python/in_temporary.py': 'import tempfile\ntempfile.TemporaryFile(dir="/tmp").write(b"a")',
  });
  expect(words).toMatchObject({ in_home: 'ok', in_temporary: 'ok' });
  const isRefused = expect.stringMatching(/^(OSError|PermissionError): .*'\/opt\/python\/in_layer\.py\.new'$/);
  // Where nothing can be mounted, the permission bits stop everyone but root.
  const isLoose = isolation.files === 'permissions' && process.getuid?.() === 0;
  expect(words['in_layer']).toEqual(isLoose ? 'ok' : isRefused);
});

describe('where less can be taken away', () => {
  const files = { 'python/a.py': 'import os\nraise ImportError(__file__ + " " + os.getcwd())' };
  const at = (folder: string) => ({ platform: 'linux', environment: { PATH: folder } });

  testWithPython('an interpreter below /tmp keeps its files, and has no network all the same', async () => {
    const venv = join(temporary, 'venv');
    execFileSync(python?.path ?? '', ['-m', 'venv', '--without-pip', venv]);
    const host = at(`${venv}/bin:/usr/bin:/bin`);
    const { isolation, words } = await wordsOf(files, { host });
    rmSync(venv, { recursive: true });
    expect(isolation.files).toBe('permissions');
    expect(words).toEqual({ a: 'ImportError: /opt/python/a.py /opt' });
  });

  testWithPython('without unshare(1) nothing is claimed that is not so', async () => {
    symlinkSync(python?.path ?? '', join(temporary, 'python3.9'));
    const { isolation, words } = await wordsOf(files, { host: at(temporary), memoryMebibytes: 512 });
    rmSync(join(temporary, 'python3.9'));
    expect(isolation).toEqual({ network: 'open', files: 'permissions', memoryMebibytes: 512 });
    expect(words).toEqual({ a: 'ImportError: /opt/python/a.py /opt' });
  });
});

const canTakeRights = ['setpriv --version', 'unshare --map-root-user --net true'].every((line) =>
  answers(line.split(' ')),
);
testWithTool('setpriv and unshare', python !== undefined && canTakeRights)(
  'reads no file that only its owner may read, as root would',
  async () => {
    const files = [
      { name: 'python/open.py', data: '', mode: 0o604 },
      { name: 'python/closed.py', data: '', mode: 0o640 },
    ];
    const { modules } = await proveImport(zipImage(zipBytes(files), 'layer.zip'), target);
    const words = "PermissionError: [Errno 13] Permission denied: '/opt/python/closed.py'";
    expect(modules.map(({ name, message = 'ok' }) => `${name}: ${message}`)).toEqual([`closed: ${words}`, 'open: ok']);
  },
);

testWithPython('tries what failed again behind the others, as some modules refuse to be the first', async () => {
  const image = layer({
    'python/driver.py': '',
    'python/driver_binary.py': 'import sys\nif "driver" not in sys.modules: raise ImportError("import driver first")',
  });
  const { modules } = await proveImport(image, target);
  expect(modules).toEqual([
    { name: 'driver', imported: true, message: undefined },
    { name: 'driver_binary', imported: true, message: undefined, afterOthers: true },
  ]);
});

testWithPython('calls a module optional that needs what only an extra brings', async () => {
  const image = layer({
    'python/duck/__init__.py': '',
    'python/duck_driver.py': 'import driver_manager.inner',
    'python/other.py': 'import needed',
    'python/remote.py': 'import grpc',
    'python/duck-1.dist-info/METADATA':
      'Metadata-Version: 2.1\nName: duck\nVersion: 1\nRequires-Dist: needed\nRequires-Dist: driver-manager ; extra == "all"\nRequires-Dist: grpcio; extra == "remote"\n',
  });
  const optionalOf = async (options: ImportOptions) =>
    (await proveImport(image, target, options)).modules.map(({ name, imported, optional }) => [
      name,
      imported,
      optional,
    ]);
  expect(await optionalOf({})).toEqual([
    ['duck', true, undefined],
    ['duck_driver', false, 'the extra all of duck'],
    ['other', false, undefined],
    ['remote', false, 'the extra remote of duck'],
  ]);
  expect(await optionalOf({ modules: ['duck_driver'] })).toEqual([['duck_driver', false, undefined]]);
});

testWithPython('finds a folder of the runtime before the plain one, as Lambda does', async () => {
  const files = {
    'python/lib/python3.9/site-packages/both.py': '',
    'python/both.py': 'raise RuntimeError("the wrong one")',
  };
  expect((await wordsOf(files, { modules: ['both'] })).words).toEqual({ both: 'ok' });
});

testWithPython('finds a module of the layer before that of the standard library, as Lambda does', async () => {
  const own = 'raise RuntimeError("the layer\'s own")';
  const { words } = await wordsOf({ 'python/colorsys.py': own, 'python/json/__init__.py': own });
  const message = "RuntimeError: the layer's own";
  expect(words).toEqual({ colorsys: message, json: message });
});

testWithPython('is whole when every module at the top was imported, itself or a part of it', async () => {
  const image = layer({ 'python/a/__init__.py': '', 'python/a/b.py': '', 'python/c.py': '' });
  const isWhole = async (modules: string[]) => (await proveImport(image, target, { modules })).isWhole;
  expect([await isWhole(['a.b']), await isWhole(['a.b', 'c'])]).toEqual([false, true]);
});

testWithPython('refuses an entry that leaves the layer, and leaves nothing behind', async () => {
  const image = layer({ 'python/a.py': '', '../escaped-by-layerproof.py': '' });
  await expect(proveImport(image, target, { modules: ['a'] })).rejects.toMatchObject({ code: 'path-leaves-layer' });
  expect(existsSync(join(temporary, 'escaped-by-layerproof.py'))).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
});

testWithPython('has nothing to say of a layer without modules', async () => {
  await expect(proveImport(layer({ 'bin/tool': '' }), target)).rejects.toMatchObject({ code: 'nothing-to-import' });
});

test('claims nothing where it cannot run', async () => {
  const on = { platform: 'darwin', environment: {} };
  await expect(proveImport(layer({}), target, { host: on })).rejects.toThrow(
    'The layer is for python3.9/x86_64, but this machine runs darwin, not linux',
  );
});
