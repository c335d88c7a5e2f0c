import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WheelContent, makeWheel } from '../testing/make-wheel.ts';
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
        'leaves the folder that it belongs to',
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
