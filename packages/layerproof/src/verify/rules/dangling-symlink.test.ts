import { metadata } from '../testing/layer-of.ts';
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
    'of packages, one that was installed with an empty __init__': {
      files: {
        'python/page-1.0.dist-info/METADATA': metadata('page', '1.0'),
        'python/page-1.0.dist-info/RECORD': 'page/__init__.py,sha256=A,0\nfull/__init__.py,sha256=A,99\n',
        'python/page/__init__.py': { link: '.store/__init__.py' },
        'python/page/a.py': '',
        'python/full/__init__.py': { link: '.store/__init__.py' },
        'python/full/a.py': '',
        'python/other/__init__.py': { link: '.store/__init__.py' },
        'python/other/a.py': '',
      },
      findings: [
        'python/full/__init__.py: is a symbolic link to .store/__init__.py, but the layer has no python/full/.store/__init__.py',
        'python/other/__init__.py: is a symbolic link to .store/__init__.py, but the layer has no python/other/.store/__init__.py',
        'warning python/page/__init__.py: is a symbolic link to .store/__init__.py, but the layer has no python/page/.store/__init__.py; it was installed empty, and Python takes its folder without it',
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
