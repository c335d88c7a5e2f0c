import { expect, test } from 'vitest';
import { readSource } from './python-source.ts';
import { imageOf } from './testing/layer-of.ts';

function read(text: string) {
  const [entry] = imageOf({ 'python/a/__init__.py': text }).entries;
  if (entry === undefined) throw new Error('no entry');
  return readSource(entry);
}

test('a source says what it imports, what it sets at its outermost level, and whether it makes modules', () => {
  const { imports, defines, makesModules } = read(
    'import b\nversion: str = "1"\nname = 1\nname = 2\ndef f(): pass\nclass C:\n    inner = 1\n',
  );
  expect(imports.map(({ module }) => module)).toEqual(['b']);
  expect(defines).toEqual(['version', 'name', 'f', 'C']);
  expect(makesModules).toBe(false);
  expect(read('import sys\nsys.modules["a.b"] = object()\n').makesModules).toBe(true);
});

test('a source says what it asks for by name', () => {
  expect(read('from importlib.metadata import version\nv = version("a")\n').calls).toEqual([
    { callee: 'version', argument: 'a', line: 2 },
  ]);
  expect(read('from a import version\nv = version("a")\n').calls).toEqual([]);
});

test('what it says survives being kept as JSON', () => {
  const facts = read('try:\n    from . import b\nexcept ImportError:\n    pass\n');
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
});
