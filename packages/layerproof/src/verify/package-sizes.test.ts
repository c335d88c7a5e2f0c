import { expect, test } from 'vitest';
import { readDistributions } from './distribution.ts';
import { packageSizes } from './package-sizes.ts';
import { imageOf, metadata } from './testing/layer-of.ts';

test('files belong to the distribution whose RECORD names them, to their npm package, or to their folder', () => {
  const { entries } = imageOf({
    'python/big/core.so': { size: 3_000_000 },
    'python/big.libs/liba.so': { size: 500_000 },
    'python/big-1.0.dist-info/METADATA': { text: metadata('big', '1.0'), size: 1000 },
    'python/big-1.0.dist-info/RECORD': {
      text: 'big/core.so,,\n"big.libs/liba.so",,\nbig-1.0.dist-info/METADATA,,\nbig-1.0.dist-info/RECORD,,\n',
      size: 100,
    },
    'python/mine/data/model.bin': { size: 700_000 },
    'nodejs/node_modules/@img/sharp/lib/a.node': { size: 40_000 },
    'nodejs/node_modules/@img/sharp/node_modules/b/index.js': { size: 2 },
    'lib/libz.so': { size: 30 },
    'lib/liba.so': { link: 'libz.so', size: 1_000_000 },
    bootstrap: { size: 20 },
  });
  expect(packageSizes(entries, readDistributions(entries)).map(({ name, bytes }) => `${name}: ${bytes}`)).toEqual([
    'big 1.0: 3501100',
    'python/mine: 700000',
    '@img/sharp: 40002',
    'lib: 30',
    'bootstrap: 20',
  ]);
});
