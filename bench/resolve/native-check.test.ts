import { describe, expect, test } from 'vitest';
import { wheelFile } from '../../packages/layerproof/src/python/testing/table-index.ts';
import { parseTarget } from '../../packages/layerproof/src/target/target.ts';
import { imageOf } from '../../packages/layerproof/src/verify/testing/layer-of.ts';
import { checkWheel } from './native-check.ts';
import { spansOf } from './native-wheel.ts';

describe('checkWheel', () => {
  const wheel = wheelFile('a-1-cp39-cp39-manylinux2014_x86_64.whl', {});
  const target = parseTarget('python3.9', 'x86_64');
  const ofLibc = (version: string) => ({ elf: { needed: ['libc.so.6'], versionNeeds: { 'libc.so.6': [version] } } });

  test('has nothing to say of libraries for the runtime', () => {
    const files = { 'python/a.cpython-39-x86_64-linux-gnu.so': ofLibc('GLIBC_2.26'), 'python/b.abi3.so': { elf: {} } };
    expect(checkWheel(wheel, target, imageOf(files))).toEqual({ files: 2, violations: [] });
  });

  test('names a library for another C library, CPU or Python, whatever the name of its wheel says', () => {
    const files = {
      'python/a.abi3.so': ofLibc('GLIBC_2.28'),
      'python/b.so': { elf: { machine: 183 } },
      'python/c.cpython-310-x86_64-linux-gnu.so': { elf: {} },
    };
    const { violations } = checkWheel(wheel, target, imageOf(files));
    expect(violations.map(({ wheel: name, rule, path }) => [name, rule, path])).toEqual([
      [wheel.name.fileName, 'elf-wrong-arch', 'python/b.so'],
      [wheel.name.fileName, 'glibc-too-new', 'python/a.abi3.so'],
      [wheel.name.fileName, 'wrong-python-abi-tag', 'python/c.cpython-310-x86_64-linux-gnu.so'],
    ]);
  });
});

test('files that lie near each other are fetched together', () => {
  const far = 10_000_000;
  const entries = [
    { offset: far, end: far + 10 },
    { offset: 0, end: 100 },
    { offset: 200, end: 300 },
  ];
  expect(spansOf(entries)).toEqual([
    { from: 0, to: 300 },
    { from: far, to: far + 10 },
  ]);
});
