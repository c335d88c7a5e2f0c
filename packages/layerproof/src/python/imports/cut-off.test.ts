import { expect, test } from 'vitest';
import { isCutOff } from './cut-off.ts';

test.each([
  '',
  '# a comment that is cut o',
  'x = 1\n',
  'x = 1',
  'import a\nfrom b import c',
  'from . import (a,\n  b)\n',
  'def f():\n    return sel',
  'try:\n    import a\nexcept ImportError:\n    a = None\n',
  'try:\n    a\nfinally:\n    try:\n        b\n    except E: pass\nx',
  'class A: ...\n',
  "x = f'{a['b']}'\n",
  '@wrap\ndef f(): pass\n',
  'match = 1\n',
  'x = {"a": 1}["a"]\n',
])('Python takes %j to its end', (source) => {
  expect(isCutOff(source)).toBe(false);
});

test.each([
  'x = (1,\n',
  'x = """text\nmore',
  'x = "tex',
  'def f():\n',
  'def f(a)',
  'def f(a):\n    # only a comment\n',
  'class A',
  'if a:\n    b\nelse:\n',
  'try:\n    import a\n',
  'def f():\n    try:\n        a = 1',
  'from a',
  'from a import ',
  'x =',
  'x.',
  'x = a or',
  '@wrap\n',
])('Python wants more of %j', (source) => {
  expect(isCutOff(source)).toBe(true);
});
