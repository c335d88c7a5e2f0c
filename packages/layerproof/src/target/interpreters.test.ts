import { describe, expect, test } from 'vitest';
import { isForeignPythonSymbol, isStandardModule, lastPythonWith, nodeApiLevelOf } from './interpreters.ts';
import { KNOWN_RUNTIMES, parseTarget } from './target.ts';

describe('the standard library', () => {
  test.for([
    ['json', '3.8', true],
    ['tomllib', '3.10', false],
    ['tomllib', '3.11', true],
    ['distutils', '3.11', true],
    ['distutils', '3.12', false],
    ['cgi', '3.13', false],
    ['annotationlib', '3.13', false],
    ['annotationlib', '3.14', true],
    // Not listed yet: as the newest that is.
    ['annotationlib', '3.15', true],
    ['numpy', '3.12', false],
  ] as const)('has %s in %s: %s', ([name, python, has]) => {
    expect(isStandardModule(name, python)).toBe(has);
  });

  test.for([
    ['distutils', '3.12', '3.11'],
    ['cgi', '3.15', '3.12'],
    ['cgi', '3.12', undefined],
    ['tomllib', '3.10', undefined],
    ['numpy', '3.12', undefined],
  ] as const)('had %s last before %s in %s', ([name, python, last]) => {
    expect(lastPythonWith(name, python)).toBe(last);
  });

  test('is known for every runtime', () => {
    for (const runtime of KNOWN_RUNTIMES.filter((name) => name.startsWith('python'))) {
      const { python } = parseTarget(runtime, 'x86_64').facts;
      expect([runtime, isStandardModule('json', python?.version ?? '')]).toEqual([runtime, true]);
    }
  });
});

describe('symbols of Python', () => {
  test.for([
    ['PyList_New', '3.9', false],
    ['PyUnicodeUCS4_DecodeUTF8', '3.9', true],
    ['_Py_ZeroStruct', '3.9', true],
    // Inline in the headers of 3.9, a function since 3.12.
    ['PyObject_Vectorcall', '3.9', true],
    ['PyObject_Vectorcall', '3.12', false],
    ['PyType_GetModuleByDef', '3.10', true],
    ['PyUnicode_AsUnicode', '3.12', true],
    ['PyArray_New', '3.9', false],
    ['_PyThreadState_UncheckedGet', '3.15', false],
    ['PyUnicode_AsUnicode', '3.15', true],
  ] as const)('%s is foreign to %s: %s', ([name, python, isForeign]) => {
    expect(isForeignPythonSymbol(name, python)).toBe(isForeign);
  });
});

test.for([
  ['napi_create_object', 1],
  ['napi_create_bigint_int64', 6],
  ['node_api_symbol_for', 9],
  ['malloc', undefined],
] as const)('%s came with Node-API %s', ([name, level]) => {
  expect(nodeApiLevelOf(name)).toBe(level);
});
