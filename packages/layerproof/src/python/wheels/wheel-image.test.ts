import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WheelContent, makeWheel } from '../testing/make-wheel.ts';
import { parseRecord } from './record.ts';
import { readFacts } from './wheel-facts.ts';
import { type LocalWheel, wheelImage } from './wheel-image.ts';
import { parseWheelName } from '../standards/wheel-name.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wheel-image-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function local(content: WheelContent): LocalWheel {
  const { fileName, bytes, sha256 } = makeWheel(content);
  const path = join(folder, `${sha256}.whl`);
  writeFileSync(path, bytes);
  return { name: parseWheelName(fileName), artifact: { path, sha256, size: bytes.length } };
}

const ROOT = { name: 'a_b', version: '1.0' };

describe('wheelImage', () => {
  test('lays a wheel out as an installer would, sorted by bytes', () => {
    const wheel = local({
      ...ROOT,
      executable: ['a_b/tool.sh'],
      files: {
        'a_b/__init__.py': 'x = 1\n',
        'a_b/tool.sh': '#!/bin/sh\n',
        'a_b/__init__.cpython-39.pyc': 'code',
        'a_b/__pycache__/x.cpython-39.pyc': 'code',
        'a_b-1.0.data/purelib/pure.py': 'y = 2\n',
        'a_b-1.0.data/platlib/a_b/native.so': 'ELF',
        'a_b-1.0.data/scripts/a-b': '#!python\n',
        'a_b-1.0.data/headers/a.h': 'int a;',
        'a_b-1.0.data/data/share/a.txt': 'text',
      },
    });
    const image = wheelImage([wheel]);
    expect(image.entries.map(({ path, mode }) => [path, mode.toString(8)])).toEqual([
      ['python/a_b-1.0.dist-info/INSTALLER', '644'],
      ['python/a_b-1.0.dist-info/METADATA', '644'],
      ['python/a_b-1.0.dist-info/RECORD', '644'],
      ['python/a_b-1.0.dist-info/WHEEL', '644'],
      ['python/a_b/__init__.py', '644'],
      ['python/a_b/native.so', '644'],
      ['python/a_b/tool.sh', '755'],
      ['python/pure.py', '644'],
      ['share/a.txt', '644'],
    ]);
    expect(image.notes).toEqual([
      'a_b-1.0-py3-none-any.whl: left out 2 files of byte code',
      'a_b-1.0-py3-none-any.whl: left out 1 file of headers',
      'a_b-1.0-py3-none-any.whl: left out 1 file of scripts',
    ]);
    const file = image.entries.find(({ path }) => path === 'python/a_b/__init__.py');
    expect(Buffer.from(file?.read() ?? []).toString()).toBe('x = 1\n');
    expect(file?.artifact).toBe(wheel.artifact.sha256);
    image.close();
  });

  test('two wheels may hold the same file, but not different ones under one path', () => {
    const one = local({ name: 'one', version: '1', files: { 'space/__init__.py': '', 'space/x.py': 'x = 1' } });
    const two = local({ name: 'two', version: '1', files: { 'space/__init__.py': '', 'space/x.py': 'x = 2' } });
    const three = local({ name: 'three', version: '1', files: { 'space/__init__.py': '' } });
    const image = wheelImage([one, three]);
    expect(image.entries.filter(({ path }) => path === 'python/space/__init__.py')).toHaveLength(1);
    image.close();
    expect(() => wheelImage([one, two])).toThrow(
      'one-1-py3-none-any.whl and two-1-py3-none-any.whl both hold python/space/x.py, with different bytes',
    );
  });

  test('RECORD lists what lies in the layer, and INSTALLER says who put it there', () => {
    const files = {
      'a_b/__init__.py': 'x = 1\n',
      'a_b/x.pyc': 'code',
      'a_b-1.0.data/purelib/pure.py': 'y = 2\n',
      'a_b-1.0.data/data/lib/a.so': 'ELF',
      'a_b-1.0.dist-info/INSTALLER': 'pip\n',
      'a_b-1.0.dist-info/REQUESTED': '',
      'a_b-1.0.dist-info/direct_url.json': '{"url": "file:///home/me"}',
      'a_b-1.0.dist-info/RECORD.jws': 'signature',
    };
    const image = wheelImage([local({ ...ROOT, files })]);
    const text = (path: string) =>
      Buffer.from(image.entries.find((entry) => entry.path === `python/${path}`)?.read() ?? []).toString();
    expect(text('a_b-1.0.dist-info/INSTALLER')).toBe('layerproof\n');
    const record = text('a_b-1.0.dist-info/RECORD');
    image.close();
    const lines = parseRecord('a_b', record);
    expect(lines.map(({ path }) => path)).toEqual([
      '../lib/a.so',
      'a_b-1.0.dist-info/INSTALLER',
      'a_b-1.0.dist-info/METADATA',
      'a_b-1.0.dist-info/RECORD',
      'a_b-1.0.dist-info/WHEEL',
      'a_b/__init__.py',
      'pure.py',
    ]);
    expect(lines.map(({ path }) => join('python', path)).toSorted()).toEqual(
      image.entries.map(({ path }) => path).toSorted(),
    );
    expect(lines[5]).toEqual({
      path: 'a_b/__init__.py',
      hash: `sha256=${createHash('sha256').update('x = 1\n').digest('base64url')}`,
      size: 6,
    });
  });

  test('what would lie among the extensions of Lambda, which it runs, is left out', () => {
    const image = wheelImage([local({ ...ROOT, files: { 'a_b-1.0.data/data/extensions/run': '', 'a.py': '' } })]);
    expect(image.entries.map(({ path }) => path)).not.toContain('extensions/run');
    expect(image.notes).toEqual(['a_b-1.0-py3-none-any.whl: left out 1 file of Lambda extensions']);
    image.close();
  });

  const PKGUTIL = "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n";
  const PKGUTIL_TOO = '# A namespace.\nfrom pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\n';
  const RESOURCES = "__import__('pkg_resources').declare_namespace(__name__)\n";
  const BOTH = `try:\n    ${RESOURCES}except ImportError:\n    ${PKGUTIL}`;
  test.each([
    [PKGUTIL, RESOURCES, PKGUTIL],
    [PKGUTIL, PKGUTIL_TOO, PKGUTIL_TOO],
    [RESOURCES, BOTH, BOTH],
    ['"""The docstring."""\n', PKGUTIL, PKGUTIL],
    ['', RESOURCES, ''],
  ])('portions of a namespace are merged, in whatever order they come: %j and %j', (first, second, kept) => {
    const one = local({ name: 'one', version: '1', files: { 'space/__init__.py': first, 'space/one.py': '' } });
    const two = local({ name: 'two', version: '1', files: { 'space/__init__.py': second, 'space/two.py': '' } });
    const digest = createHash('sha256').update(kept).digest('base64url');
    for (const wheels of [
      [one, two],
      [two, one],
    ]) {
      const image = wheelImage(wheels);
      const texts = new Map(image.entries.map((entry) => [entry.path, Buffer.from(entry.read()).toString()]));
      image.close();
      expect(texts.get('python/space/__init__.py')).toBe(kept);
      for (const name of ['one', 'two']) {
        expect(texts.get(`python/${name}-1.dist-info/RECORD`)).toContain(`space/__init__.py,sha256=${digest},`);
      }
    }
  });

  test('what is in a namespace beside its declaration cannot be merged', () => {
    const one = local({ name: 'one', version: '1', files: { 'space/__init__.py': `${PKGUTIL}version = 1\n` } });
    const two = local({ name: 'two', version: '1', files: { 'space/__init__.py': PKGUTIL } });
    expect(() => wheelImage([one, two])).toThrow('both hold python/space/__init__.py, with different bytes');
  });

  test('a file where another wheel has a folder is refused', () => {
    const one = local({ name: 'one', version: '1', files: { space: '' } });
    const two = local({ name: 'two', version: '1', files: { 'space/a/b.py': '' } });
    expect(() => wheelImage([one, two])).toThrow(
      'one-1-py3-none-any.whl holds the file python/space, which has to be a folder for python/space/a/b.py',
    );
  });

  test('a name that Windows does not take is told', () => {
    const names = ['a/aux.py', 'b/console.py', 'c/what?.txt', 'd/ends.', 'e/com1/x.py', 'f/nullable.py'];
    const image = wheelImage([local({ ...ROOT, files: Object.fromEntries(names.map((name) => [name, ''])) })]);
    image.close();
    expect(image.notes.map((note) => note.split(' ')[0])).toEqual([
      'python/a/aux.py',
      'python/c/what?.txt',
      'python/d/ends.',
      'python/e/com1/x.py',
    ]);
  });

  test('with pruning, RECORD lists what is left; proteins are no debug symbols', async () => {
    const files = {
      'p/__init__.py': '',
      'p/a.pyi': '',
      'p/tests/test_a.py': '# test\n',
      'p/protein.pdb': 'HEADER    OXYGEN TRANSPORT',
      'p/symbols.pdb': 'Microsoft C/C++ MSF 7.00',
      'p/lib.a': '!<arch>\n',
    };
    const wheel = local({ name: 'p', version: '1', files });
    const facts = new Map([[wheel.artifact.sha256, await readFacts(wheel)]]);
    const image = wheelImage([wheel], { facts, others: [] });
    const paths = image.entries.map(({ path }) => path).filter((path) => !path.includes('.dist-info/'));
    const record = image.entries.find(({ path }) => path.endsWith('/RECORD'))?.read() ?? [];
    image.close();
    expect(paths).toEqual(['python/p/__init__.py', 'python/p/protein.pdb']);
    const listed = parseRecord('p', Buffer.from(record).toString()).map(({ path }) => `python/${path}`);
    expect(listed.filter((path) => !path.includes('.dist-info/'))).toEqual(paths);
    expect(image.pruned).toEqual([
      { kind: 'debug-symbols', files: 1, bytes: 24 },
      { kind: 'static-libraries', files: 1, bytes: 8 },
      { kind: 'tests', files: 1, bytes: 7 },
      { kind: 'type-stubs', files: 1, bytes: 0 },
    ]);
  });

  test('a .pth file that runs code is left out; one that adds folders is refused', () => {
    const code = 'import a_b; a_b.start()\n# a comment\n';
    const image = wheelImage([local({ ...ROOT, files: { 'a_b.pth': code, 'a_b/models/weights.pth': 'data' } })]);
    expect(image.entries.map(({ path }) => path)).toContain('python/a_b/models/weights.pth');
    expect(image.entries.map(({ path }) => path)).not.toContain('python/a_b.pth');
    expect(image.notes).toEqual(['a_b-1.0-py3-none-any.whl: left out 1 file of start-up code (.pth)']);
    image.close();
    const editable = { 'a_b-1.0.data/purelib/__editable__.a_b.pth': '/home/me/a_b/src\n' };
    expect(() => wheelImage([local({ ...ROOT, files: editable })])).toThrow(
      'a_b-1.0-py3-none-any.whl holds __editable__.a_b.pth, which adds folders',
    );
  });

  test.each(['../evil.py', '/etc/evil', 'a_b/../../evil', 'a\\..\\evil', 'a_b-1.0.data/purelib/../../evil', 'C:evil'])(
    'the path %s is refused',
    (path) => {
      expect(() => wheelImage([local({ ...ROOT, files: { [path]: '' } })])).toThrow(
        'but a wheel may only write into its own folder',
      );
    },
  );

  test('a wheel without its own .dist-info, or with two, is refused', () => {
    const { artifact } = local(ROOT);
    const name = parseWheelName('other-1.0-py3-none-any.whl');
    expect(() => wheelImage([{ name, artifact }])).toThrow('it has 0 .dist-info folders of other');
    const files = { 'A.B-2.0.dist-info/METADATA': '' };
    expect(() => wheelImage([local({ ...ROOT, files })])).toThrow('it has 2 .dist-info folders of a-b');
  });
});
