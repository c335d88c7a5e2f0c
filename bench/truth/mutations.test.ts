import { expect, test } from 'vitest';
import { parseTarget } from '../../packages/layerproof/src/target/target.ts';
import { elfBytes } from '../../packages/layerproof/src/formats/testing/elf-bytes.ts';
import { imageOf } from '../../packages/layerproof/src/verify/testing/layer-of.ts';
import { seededRandom } from '../../test/fuzz/random.ts';
import { MUTATIONS, type MutationKind } from './mutations.ts';

const TARGET = parseTarget('python3.9', 'x86_64');
const ELF = { bytes: elfBytes({}) };
const LAYER = imageOf({
  'python/a/__init__.py': 'from . import _b\n',
  'python/a/_b.cpython-39-x86_64-linux-gnu.so': ELF,
  'python/a.libs/libc-1.so.2': ELF,
  'python/a-1.dist-info/METADATA': 'Metadata-Version: 2.1\nName: a\nVersion: 1\n\nText\n',
  'python/a-1.dist-info/RECORD': 'a/__init__.py,,\na-1.dist-info/METADATA,,\n',
});

test.each(Object.keys(MUTATIONS) as MutationKind[])(
  '%s is the same for the same seed, and spoils what it names',
  (kind) => {
    const [first, second] = [seededRandom(3), seededRandom(3)].map((random) => MUTATIONS[kind](LAYER, random, TARGET));
    expect(first?.what).toBe(second?.what);
    const before = new Map(LAYER.entries.map((entry) => [entry.path, entry]));
    const after = new Map(first?.image.entries.map((entry) => [entry.path, entry]));
    const [path = ''] = first?.paths ?? [];
    expect(before.has(path)).toBe(true);
    expect(after.get(path)).not.toBe(before.get(path));
  },
);

test('a layer without machine code has none to spoil', () => {
  const pure = imageOf({ 'python/a.py': '' });
  for (const kind of ['extension removed', 'library removed', 'ABI tag changed', 'CPU swapped'] as const) {
    expect(MUTATIONS[kind](pure, seededRandom(1), TARGET)).toBeUndefined();
  }
});

test('of a distribution all files go that it installed', () => {
  const left = MUTATIONS['distribution removed'](LAYER, seededRandom(1), TARGET)?.image.entries.map(({ path }) => path);
  expect(left).toEqual(['python/a.libs/libc-1.so.2', 'python/a/_b.cpython-39-x86_64-linux-gnu.so']);
});
