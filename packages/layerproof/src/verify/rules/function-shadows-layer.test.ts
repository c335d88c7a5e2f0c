import { testRule } from '../testing/test-rule.ts';
import rule from './function-shadows-layer.ts';

const MODULES = 'nodejs/node_modules';
const mac = { bytes: Uint8Array.from([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]) };

testRule(rule, {
  accepts: {
    'a function with packages and code of its own': {
      target: 'nodejs22.x/x86_64',
      files: { [`${MODULES}/sharp/index.js`]: '' },
      function: { 'index.mjs': '', 'node_modules/other/index.js': '', 'sharp/index.js': '' },
    },
  },
  reports: {
    'the same package, made on macOS': {
      target: 'nodejs22.x/x86_64',
      files: { [`${MODULES}/@img/sharp/index.js`]: '' },
      function: { 'node_modules/@img/sharp/a.node': mac, 'node_modules/@img/sharp/index.js': '' },
      findings: [
        'error the function has @img/sharp, which is loaded in place of that of the layer, and its node_modules/@img/sharp/a.node is not for nodejs22.x/x86_64',
      ],
    },
    'the same package in Python': {
      files: { 'python/page/__init__.py': '' },
      function: { 'page/__init__.py': '', 'page/fast.so': { elf: {} } },
      findings: ['the function has page, which is loaded in place of that of the layer'],
    },
  },
});
