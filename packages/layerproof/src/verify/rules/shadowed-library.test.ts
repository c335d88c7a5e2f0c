import { testRule } from '../testing/test-rule.ts';
import rule from './shadowed-library.ts';

const LIBRARY = { elf: {} };
const needs = (needed: readonly string[], more = {}) => ({ elf: { needed, ...more } });
const wantsNewZlib = (more = {}) => needs(['libz.so.1'], { versionNeeds: { 'libz.so.1': ['ZLIB_1.2.9'] }, ...more });

testRule(rule, {
  accepts: {
    'a library that DT_RPATH leads to, before the runtime': {
      files: { 'python/a.so': wantsNewZlib({ rpath: '$ORIGIN' }), 'python/libz.so.1': LIBRARY },
    },
    'a library that the runtime has not': {
      files: { 'python/a.so': needs(['libpq.so.5'], { runpath: '$ORIGIN/../lib' }), 'lib/libpq.so.5': LIBRARY },
    },
    'a library under a name of its own': {
      files: {
        'python/a.so': needs(['libz-1a2b3c4d.so.1'], { runpath: '$ORIGIN' }),
        'python/libz-1a2b3c4d.so.1': LIBRARY,
      },
    },
    'a copy that nobody would find': { files: { 'python/a.so': needs(['libz.so.1']), 'python/libz.so.1': LIBRARY } },
    'a copy for another CPU': {
      files: { 'python/a.so': needs(['libz.so.1']), 'lib/libz.so.1': { elf: { machine: 183 } } },
    },
    'a version that is missing where the layer has no copy, which is a finding of its own': {
      files: { 'python/a.so': wantsNewZlib() },
    },
  },
  reports: {
    'a copy in lib/, once for all that need it': {
      files: {
        'python/a.so': needs(['libz.so.1', 'libc.so.6']),
        'python/b.so': needs(['libz.so.1']),
        'lib/libz.so.1': { link: 'libz.so.1.3' },
        'lib/libz.so.1.3': LIBRARY,
      },
      findings: [
        'lib/libz.so.1.3: is not loaded for python/a.so and 1 more: python3.9 has its own libz.so.1, found first',
      ],
    },
    'a copy that DT_RUNPATH leads to': {
      target: 'nodejs24.x/x86_64',
      files: {
        'nodejs/a.node': needs(['libglib-2.0.so.0'], { runpath: '$ORIGIN/lib' }),
        'nodejs/lib/libglib-2.0.so.0': LIBRARY,
      },
      findings: [
        'nodejs/lib/libglib-2.0.so.0: is not loaded for nodejs/a.node: nodejs24.x has its own libglib-2.0.so.0, found first',
      ],
    },
    'as an error one that would have the version': {
      files: {
        'python/a.so': wantsNewZlib({ runpath: '$ORIGIN' }),
        'python/libz.so.1': { elf: { versionDefinitions: ['ZLIB_1.2.9'] } },
      },
      findings: [
        'error python/a.so: needs ZLIB_1.2.9 of libz.so.1, but in place of python/libz.so.1 that of the runtime is loaded, and python3.9 has ZLIB_1.2.5.2 at most',
      ],
    },
  },
});
