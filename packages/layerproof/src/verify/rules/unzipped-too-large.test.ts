import { expect, test } from 'vitest';
import { createLayer } from '../layer.ts';
import { imageOf, targetOf } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './unzipped-too-large.ts';

testRule(rule, {
  accepts: {
    'a layer just below the limit': { files: { a: { size: 262_143_998 }, b: { size: 1 } } },
    'a layer just below it with the function': { files: { a: { size: 200_000_000 } }, unzippedElsewhere: 62_143_999 },
    'a link, which has the size of its target’s name only': {
      files: { a: { size: 262_143_000 }, b: { link: 'a', size: 262_143_000 } },
    },
  },
  reports: {
    'a layer that reaches the limit': {
      files: { a: { size: 262_143_999 }, b: { size: 1 } },
      findings: ['unzips to 262,144,000 bytes, but Lambda takes less than 262,144,000'],
    },
    'a layer that reaches it with the function and other layers': {
      files: { a: { size: 200_000_000 } },
      unzippedElsewhere: 62_144_000,
      findings: [
        'unzips to 200,000,000 bytes, with the function and its other layers to 262,144,000 bytes, but Lambda takes less than 262,144,000',
      ],
    },
  },
});

test('the fix names what is largest', () => {
  const files = {
    'python/a/x.so': { size: 150_000_000 },
    'python/b/y.so': { size: 120_000_000 },
    'python/c.py': { size: 10 },
  };
  const [place] = rule.check(createLayer(imageOf(files), targetOf({})));
  expect(place?.fix).toMatch(
    /^The largest in it are python\/a \(150.0 MB\), python\/b \(120.0 MB\), python \(0.0 MB\). Run `layerproof inspect`/,
  );
});
