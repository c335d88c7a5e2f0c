import { expect, test } from 'vitest';
import { addonFallback } from './addon-fallback.ts';
import { createLayer } from './layer.ts';
import { imageOf, type LayerShape, targetOf } from './testing/layer-of.ts';
import { verify } from './verify.ts';

const HOME = 'nodejs/node_modules/a';
const ADDON = `${HOME}/prebuilds/linux-x64/a.node`;
const WITH_FALLBACK = `'use strict';

try {
  module.exports = require('node-gyp-build')(__dirname);
} catch (e) {
  module.exports = require('./fallback');
}
`;
const ARM64 = targetOf({ target: 'nodejs24.x/arm64' });

function reasonOf(files: NonNullable<LayerShape['files']>): string | undefined {
  return addonFallback(createLayer(imageOf({ ...files, [ADDON]: { elf: {} } }), ARM64), ADDON);
}

test.each([
  ['index.js', { [`${HOME}/index.js`]: WITH_FALLBACK }, `${HOME}/index.js:3 does without it`],
  [
    'the module that package.json names',
    { [`${HOME}/package.json`]: '{"main": "./lib/a"}', [`${HOME}/lib/a.js`]: WITH_FALLBACK },
    `${HOME}/lib/a.js:3 does without it`,
  ],
  [
    'a path of its own',
    { [`${HOME}/index.js`]: 'try { x = require("./build/Release/a.node") } catch { x = require("./a.js") }' },
    `${HOME}/index.js:1 does without it`,
  ],
])('a package that takes JavaScript in place of its addon: by %s', (_, files, reason) => {
  expect(reasonOf(files)).toBe(reason);
});

test.each([
  ['loads it in any case', { [`${HOME}/index.js`]: "module.exports = require('node-gyp-build')(__dirname);" }],
  [
    'says more of the failure',
    {
      [`${HOME}/index.js`]:
        "try { require('bindings')('a') } catch (e) { throw new Error('No build of a', { cause: e }) }",
    },
  ],
  ['tries something else', { [`${HOME}/index.js`]: "try { require('./b') } catch { require('./c') }" }],
  ['has no module', { [`${HOME}/package.json`]: 'null' }],
  ['has a manifest that is no JSON', { [`${HOME}/package.json`]: '{' }],
])('a package that %s does not do without', (_, files) => {
  expect(reasonOf(files)).toBeUndefined();
});

test('an addon for another CPU is a warning where the package does without it', () => {
  const files = { [`${HOME}/index.js`]: WITH_FALLBACK, [ADDON]: { elf: {} } };
  expect(verify(imageOf(files), ARM64).findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    `warning built for x86_64, but the layer targets arm64; ${HOME}/index.js:3 does without it`,
  ]);
});
