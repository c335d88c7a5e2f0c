import { expect, test } from 'vitest';
import { elfBytes } from '../formats/testing/elf-bytes.ts';
import { createLayer } from './layer.ts';
import { unreachedReason } from './reachability.ts';
import { imageOf, type LayerShape, metadata, targetOf } from './testing/layer-of.ts';
import { verify } from './verify.ts';

const ELF = Buffer.from(elfBytes({})).toString('latin1');
const SO = 'cpython-39-x86_64-linux-gnu.so';

function reasonOf(files: NonNullable<LayerShape['files']>, path: string, ofFunction?: LayerShape['files']) {
  const context = ofFunction === undefined ? {} : { function: imageOf(ofFunction).entries };
  return unreachedReason(createLayer(imageOf(files), targetOf({}), context), path);
}

test.each([
  ['a module at the top', { 'python/_a.py': '' }, 'python/_a.py'],
  ['what a function may import', { 'python/a/__init__.py': '', 'python/a/b.py': '' }, 'python/a/b.py'],
  [
    'what is imported later, by way of another private module',
    {
      'python/a/b.py': 'def f():\n    from . import _c\n',
      'python/a/_c.py': 'from ._d import x\n',
      'python/a/_d.py': '',
    },
    'python/a/_d.py',
  ],
  [
    'what is imported by its name in a string',
    { 'python/a/__init__.py': 'import importlib\nimportlib.import_module("._c", __name__)\n', 'python/a/_c.py': '' },
    'python/a/_c.py',
  ],
  [
    'what machine code imports',
    { 'python/a/__init__.py': '', [`python/a/b.${SO}`]: 'PyInit_b a._secret', 'python/a/_secret.py': '' },
    'python/a/_secret.py',
  ],
  [
    'machine code that nobody is seen to import',
    { 'python/a/__init__.py': '', 'python/a/_b.so': '' },
    'python/a/_b.so',
  ],
  [
    'a library whose name a source holds',
    { 'python/a.py': 'CDLL("libfast.so")\n', 'python/a/libfast.so': '' },
    'python/a/libfast.so',
  ],
  [
    'machine code that has a source beside it, but not what other machine code wants of it',
    { 'python/a/b.py': '', 'python/a/c.so': { text: `${ELF}a.b\0 __pyx_capi__` } },
    `python/a/b.${SO}`,
  ],
  [
    'what is for tests and is imported by its package at once',
    { 'python/a/__init__.py': 'from a import testing\n', 'python/a/testing.py': '' },
    'python/a/testing.py',
  ],
  [
    'a source that is not there, at the top of a package without __init__',
    { 'python/a/b/c.py': '', 'python/a/b/d.py': { link: 'gone.py' } },
    'python/a/b/d.py',
  ],
  ['what is no code', { 'python/a-1.dist-info/METADATA': '' }, 'python/a-1.dist-info/METADATA'],
  ['what lies outside of the packages', { 'lib/libx.so': '' }, 'lib/libx.so'],
] as const)('comes to %s', (_, files, path) => {
  expect(reasonOf(files, path)).toBeUndefined();
});

test.each([
  [
    'a private module that none imports',
    { 'python/a/__init__.py': '', 'python/a/_b.py': '' },
    'python/a/_b.py',
    'no module of the layer imports it',
  ],
  [
    'what only tests import',
    { 'python/a/tests/test_a.py': 'from a import _b\n', 'python/a/_b.py': '' },
    'python/a/_b.py',
    'no module of the layer imports it',
  ],
  ['tests', { 'python/a/tests/__init__.py': '' }, 'python/a/tests/__init__.py', 'only tests import it'],
  [
    'what cannot be imported without what nobody brings',
    { 'python/a/twisted.py': 'import twisted\n' },
    'python/a/twisted.py',
    'it cannot be imported anyway without twisted, which is nowhere',
  ],
  [
    'a program',
    { 'python/a/__init__.py': 'import importlib\nif __name__ == "__main__":\n    f()\n', 'python/a/__main__.py': '' },
    'python/a/__main__.py',
    'only `python -m` runs it',
  ],
  [
    'what such a module alone imports',
    { 'python/a/twisted.py': 'import twisted\nfrom . import _b\n', 'python/a/_b.py': '' },
    'python/a/_b.py',
    'no module of the layer imports it',
  ],
  [
    'what raises in other words without it',
    { 'python/a/flask.py': 'try:\n    import flask\nexcept ImportError:\n    raise DidNotEnable("no flask")\n' },
    'python/a/flask.py',
    'it cannot be imported anyway without flask, which is nowhere',
  ],
  [
    'a source that is not there, and that nothing imports',
    { 'python/a/__init__.py': '', 'python/a/b.py': { link: 'gone.py' } },
    'python/a/b.py',
    'no module of the layer imports it',
  ],
  [
    'a source that is not there, and that its package passes over',
    {
      'python/a/__init__.py': 'try:\n    from . import b\nexcept ImportError:\n    b = None\n',
      'python/a/b.py': { link: 'gone.py' },
    },
    'python/a/b.py',
    'python/a/__init__.py:2 does without it',
  ],
  [
    'what is named after an extra that is not there',
    {
      'python/a/__init__.py': 'def f():\n    from . import ocsp\n',
      'python/a/ocsp.py': { link: 'gone.py' },
      'python/a-1.dist-info/METADATA': metadata('a', '1', ['requests; extra == "ocsp"']),
      'python/a-1.dist-info/RECORD': 'a/ocsp.py,,\n',
    },
    'python/a/ocsp.py',
    'it is of the extra ocsp of a, which is not in the layer',
  ],
  [
    'machine code that its package passes over',
    {
      'python/a/__init__.py': 'try:\n    from . import _b\nexcept ImportError:\n    _b = None\n',
      'python/a/_b.so': '',
    },
    'python/a/_b.so',
    'python/a/__init__.py:2 does without it',
  ],
  [
    'machine code that has a source beside it',
    { 'python/a/b.py': '' },
    `python/a/b.${SO}`,
    'python/a/b.py is imported in its place',
  ],
  [
    'a library that nothing names',
    { 'python/a.py': '', 'python/a.libs/libx-1.so.2': '' },
    'python/a.libs/libx-1.so.2',
    'nothing in the layer loads it',
  ],
] as const)('does not come to %s', (_, files, path, reason) => {
  expect(reasonOf(files, path)).toBe(reason);
});

test('a function that is known comes to what it imports alone', () => {
  const files = {
    'python/a/__init__.py': '',
    'python/a/b.py': 'from . import c\n',
    'python/a/c.py': '',
    'python/a/d.py': '',
  };
  const ofFunction = { 'handler.py': 'def handle(event, context):\n    import a.b\n' };
  const reasons = Object.keys(files).map((path) => reasonOf(files, path, ofFunction));
  expect(reasons).toEqual([undefined, undefined, undefined, 'no module of the layer imports it']);
});

test('what the function brings itself is not nowhere', () => {
  const files = { 'python/a/__init__.py': 'import own\nfrom . import _b\n', 'python/a/_b.py': '' };
  const ofFunction = { 'handler.py': 'import a\n', 'own/__init__.py': '' };
  expect(Object.keys(files).map((path) => reasonOf(files, path, ofFunction))).toEqual([undefined, undefined]);
});

test('what a package cannot be imported without excuses none of its files', () => {
  const files = { 'python/a/__init__.py': 'import numpy\nfrom . import _b\n', 'python/a/_b.so': '' };
  expect(reasonOf(files, 'python/a/_b.so')).toBeUndefined();
});

test('a source that may not be read is not passed over by a try for ImportError', () => {
  const proxies = 'try:\n    from ._socks import x\nexcept ImportError:\n    x = None\n';
  const image = imageOf({
    'python/a/__init__.py': proxies,
    'python/a/_socks.py': { text: 'import socksio\n', mode: 0o600 },
    'python/b/__init__.py': proxies,
    'python/b/_socks.py': { text: '', mode: 0o600 },
    'python/c/_socks.py': { text: 'import socksio\n', mode: 0o600 },
  });
  expect(verify(image, targetOf({})).findings.map(({ severity, path }) => `${severity}: ${path}`)).toEqual([
    'error: python/a/_socks.py',
    'error: python/b/_socks.py',
    'warning: python/c/_socks.py',
  ]);
});

test('verify has a warning in place of an error where nothing comes to the file', () => {
  const image = imageOf({
    'python/a/__init__.py': '',
    'python/a/b.py': { mode: 0o600 },
    'python/a/tests/b.py': { mode: 0o600 },
  });
  expect(verify(image, targetOf({})).findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'error: has mode 0600, but others than its owner must read it, as with 0644',
    'warning: has mode 0600, but others than its owner must read it, as with 0644; only tests import it',
  ]);
});
