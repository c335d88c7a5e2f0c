import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import type { Image } from '../image/entry.ts';
import { zipImage } from '../image/zip-image.ts';
import { parseTarget } from '../target/target.ts';
import { findInterpreter } from './interpreter.ts';
import { proveImport } from './prove-import.ts';
import { topLevelModules } from './top-level-modules.ts';

const target = parseTarget('python3.9', 'x86_64');
const python = await findInterpreter(target).catch(() => undefined);
const testWithPython = testWithTool('CPython 3.9', python !== undefined);

function layer(files: Readonly<Record<string, string>>): Image {
  return zipImage(zipBytes(Object.entries(files).map(([name, data]) => ({ name, data }))), 'layer.zip');
}

function leftBehind(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('layerproof-opt-'));
}

testWithPython('imports what loads, and gives the words of the interpreter for what does not', async () => {
  const before = leftBehind();
  const image = layer({
    'python/good.py': 'import json, inner',
    'python/inner/__init__.py': 'here = __file__',
    'python/needs_more.py': 'import urllib3',
    'python/broken/__init__.py': 'from . import _missing',
    'python/dies.py': 'import os, signal; os.kill(os.getpid(), signal.SIGSEGV)',
    'python/writes.py': 'open(__file__ + ".new", "w")',
  });
  const proof = await proveImport(image, target);
  expect(proof.level).toBe('import');
  expect(proof.interpreter.version).toMatch(/^3\.9\./);
  expect(Object.fromEntries(proof.modules.map(({ name, message }) => [name, message]))).toEqual({
    broken:
      "ImportError: cannot import name '_missing' from partially initialized module 'broken' (most likely due to a circular import) (/opt/python/broken/__init__.py)",
    dies: 'the interpreter was killed by SIGSEGV',
    good: undefined,
    inner: undefined,
    needs_more: "ModuleNotFoundError: No module named 'urllib3'",
    // Root may write where others may not, so the permission bits stop everyone else only.
    writes: process.getuid?.() === 0 ? undefined : expect.stringContaining('PermissionError'),
  });
  expect(leftBehind()).toEqual(before);
});

testWithPython('finds a folder of the runtime before the plain one, as Lambda does', async () => {
  const image = layer({
    'python/lib/python3.9/site-packages/both.py': '',
    'python/both.py': 'raise RuntimeError("the wrong one")',
  });
  const { modules } = await proveImport(image, target, { modules: ['both'] });
  expect(modules).toEqual([{ name: 'both', imported: true, message: undefined }]);
});

testWithPython('finds a module of the layer before that of the standard library, as Lambda does', async () => {
  const image = layer({ 'python/colorsys.py': 'raise RuntimeError("the layer\'s own")' });
  const { modules } = await proveImport(image, target);
  expect(modules).toEqual([{ name: 'colorsys', imported: false, message: "RuntimeError: the layer's own" }]);
});

testWithPython('refuses an entry that leaves the layer, and leaves nothing behind', async () => {
  const before = leftBehind();
  const image = layer({ 'python/a.py': '', '../escaped-by-layerproof.py': '' });
  await expect(proveImport(image, target, { modules: ['a'] })).rejects.toMatchObject({ code: 'path-leaves-layer' });
  expect(existsSync(`${tmpdir()}/escaped-by-layerproof.py`)).toBe(false);
  expect(leftBehind()).toEqual(before);
});

test('claims nothing where it cannot run', async () => {
  const on = (platform: string, environment = {}) => findInterpreter(target, { platform, environment });
  await expect(on('darwin')).rejects.toThrow(
    'The layer is for python3.9/x86_64, but this machine runs darwin, not linux',
  );
  await expect(on('linux')).rejects.toThrow('no CPython 3.9 was found on this machine');
  await expect(proveImport(layer({}), parseTarget('nodejs24.x', 'arm64'))).rejects.toMatchObject({
    code: 'only-python-layers',
  });
});

testWithPython('refuses an interpreter of another CPU, whatever its name', async () => {
  const arm64 = parseTarget('python3.9', process.arch === 'arm64' ? 'x86_64' : 'arm64');
  await expect(findInterpreter(arm64)).rejects.toThrow(/python3\.9 is a CPython for (x86_64|aarch64)/);
});

test('lists the modules at the top of the layer', () => {
  const image = layer({
    'python/PIL/__init__.py': '',
    'python/PIL/Image.py': '',
    'python/Pillow-9.5.0.dist-info/METADATA': '',
    'python/Pillow.libs/libjpeg.so': '',
    'python/_cffi_backend.cpython-39-x86_64-linux-gnu.so': '',
    'python/other.cpython-312-x86_64-linux-gnu.so': '',
    'python/six.py': '',
    'python/lib/python3.8/site-packages/elsewhere.py': '',
    'bin/tool.py': '',
  });
  expect(topLevelModules(image, target)).toEqual(['PIL', '_cffi_backend', 'six']);
});
