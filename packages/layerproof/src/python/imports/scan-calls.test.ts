import { expect, test } from 'vitest';
import { scanCalls } from './scan-calls.ts';

const NAMES = new Set(['version', 'find_library']);
const calls = (source: string) =>
  scanCalls(source, NAMES).map(({ callee, argument, line }) => `${line} ${callee} ${argument}`);

test('finds calls at the outermost level, with what stands before their names', () => {
  const source = [
    'import importlib.metadata',
    '__version__ = importlib.metadata.version("a-b")',
    'b = (',
    "    find_library('c'), version(__name__))",
    'print(d.version("e").split(".")[0]); version(__package__, 1)',
  ].join('\n');
  expect(calls(source)).toEqual([
    '2 importlib.metadata.version a-b',
    '4 find_library c',
    '4 version __name__',
    '5 d.version e',
    '5 version __package__',
  ]);
});

test.each([
  ['a block', 'try:\n    v = version("a")\nexcept E:\n    v = version("b")\n'],
  ['a function', 'def f():\n    return version("a")\ndef version("a"): pass\n'],
  ['a line with a condition', 'if a: v = version("a")\nv = version("a") if b else 1\nv = b and version("a")\n'],
  ['what is done later', 'f = lambda: version("a")\nclass C: v = version("a")\n'],
  ['what no literal names', 'version(a); version(f"a"); version(b"a"); version("a b"); version()\n'],
  ['strings and comments', '"""\nversion("a")\n"""\n# version("a")\n'],
  ['another function', 'versions("a"); version.x("a"); version["a"]("b")\n'],
])('finds none in %s', (_, source) => expect(calls(source)).toEqual([]));

test.each(['version(', 'version("a', 'x = version("a"', '(((version(', ''])('never fails: %j', (source) => {
  expect(() => calls(source)).not.toThrow();
});
