import { expect } from 'vitest';
import { testWithTool } from '../../test/tools.ts';
import { parseTarget } from '../../packages/layerproof/src/target/target.ts';
import { imageOf } from '../../packages/layerproof/src/verify/testing/layer-of.ts';
import { importEach } from './import-each.ts';
import { findInterpreter } from '../../packages/layerproof/src/prove/interpreter.ts';

const target = parseTarget('python3.9', 'x86_64');
const python = await findInterpreter(target).catch(() => undefined);
const testWithPython = testWithTool('CPython 3.9', python !== undefined);

testWithPython('tells of each module what its import comes to', async () => {
  const image = imageOf({
    'python/a/__init__.py': 'from . import b\nVERSION = 1\n',
    'python/a/b.py': '',
    'python/a/needs.py': 'import nowhere',
    'python/folder/c.py': '',
    'python/silent/__init__.py': '"""Nothing."""\n__all__ = []\nfrom . import d\n',
    'python/silent/d.py': '',
    'python/a/opened.so': `text${' '.repeat(100)}`,
  });
  const names = ['a', 'a.b', 'a.gone', 'a.needs', 'folder', 'folder.c', 'silent', 'silent.d', 'python/a/opened.so'];
  const outcomes = await importEach(image, target, names);
  expect(Object.fromEntries(outcomes)).toEqual({
    a: { kind: 'imported' },
    'a.b': { kind: 'imported' },
    'a.gone': { kind: 'failed', message: "ModuleNotFoundError: No module named 'a.gone'" },
    'a.needs': { kind: 'failed', message: "ModuleNotFoundError: No module named 'nowhere'" },
    folder: { kind: 'folder' },
    'folder.c': { kind: 'imported' },
    silent: { kind: 'silent' },
    'silent.d': { kind: 'imported' },
    'python/a/opened.so': { kind: 'failed', message: 'OSError: /opt/python/a/opened.so: invalid ELF header' },
  });
});

testWithPython('goes on behind a module that ends the interpreter, and behind one that does not end', async () => {
  const image = imageOf({
    'python/a.py': '',
    'python/b.py': 'import os\nos.abort()',
    'python/c.py': 'import a\nwhile True:\n    pass',
    'python/d.py': 'import sys\nsys.exit(0)',
    'python/e.py': 'import os\nif os.fork() == 0:\n    import time\n    time.sleep(60)\n',
  });
  const outcomes = await importEach(image, target, ['a', 'b', 'c', 'd', 'e'], { secondsPerModule: 1 });
  expect([...outcomes.values()].map((outcome) => (outcome.kind === 'failed' ? outcome.message : outcome.kind))).toEqual(
    [
      'imported',
      'the interpreter was stopped before the import was done',
      'did not end within the time',
      'SystemExit: 0',
      'imported',
    ],
  );
});
