import { testRule } from '../testing/test-rule.ts';
import rule from './dangling-symlink.ts';

testRule(rule, {
  accepts: {
    'links to files and folders, directly and through other links': {
      files: {
        'lib/liba.so': { link: 'liba.so.1' },
        'lib/liba.so.1': { link: 'liba.so.1.0' },
        'lib/liba.so.1.0': '',
        'nodejs/node_modules/a': { link: '.pnpm/a@1/node_modules/a' },
        'nodejs/node_modules/.pnpm/a@1/node_modules/a/index.js': '',
        'nodejs/node_modules/b': { link: 'a' },
        'nodejs/node_modules/c': { link: 'b/index.js' },
      },
    },
    'a link out of the layer, which is a finding of its own': { files: { 'python/cache': { link: '/tmp/cache' } } },
  },
  reports: {
    'links whose store was left behind': {
      files: {
        'nodejs/node_modules/a': { link: '.pnpm/a@1/node_modules/a' },
        'nodejs/node_modules/.bin/tool': { link: '../tool/bin.js' },
        'lib/libb.so': { link: 'libb.so.1' },
      },
      findings: [
        'lib/libb.so: is a symbolic link to libb.so.1, but the layer has no lib/libb.so.1',
        'note nodejs/node_modules/.bin/tool: is a symbolic link to ../tool/bin.js, but the layer has no nodejs/node_modules/tool/bin.js',
        'nodejs/node_modules/a: is a symbolic link to .pnpm/a@1/node_modules/a, but the layer has no nodejs/node_modules/.pnpm/a@1/node_modules/a',
      ],
    },
    'links in a circle': {
      files: { 'python/a': { link: 'b' }, 'python/b': { link: 'a' } },
      findings: [
        'python/a: is a symbolic link to b, but the layer has no python/b',
        'python/b: is a symbolic link to a, but the layer has no python/a',
      ],
    },
  },
});
