import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './recorded-file-missing.ts';

const page = (...lines: readonly string[]) => ({
  'python/page-1.0.dist-info/METADATA': metadata('page', '1.0'),
  'python/page-1.0.dist-info/RECORD': lines.join('\n'),
});

testRule(rule, {
  accepts: {
    'files that are there, scripts, and tests that were pruned': {
      files: {
        ...page(
          'page/fast.so,sha256=A,1',
          'page/gone.py,sha256=A,1',
          '../../bin/page,,',
          'page/tests/fast.so,,',
          'page/_rational_tests.so,,',
        ),
        'python/page/fast.so': '',
      },
    },
    'what was built for another Python': { files: page('page/fast.cpython-37m-x86_64-linux-gnu.so,,') },
    'a package without RECORD': { files: { 'python/page-1.0.dist-info/METADATA': metadata('page', '1.0') } },
  },
  reports: {
    'a package of one module that was lost': {
      files: page('page.py,sha256=A,1', '_page_plugin.py,,'),
      findings: ['python/page.py: was installed with page 1.0, but is not in the layer'],
    },
    'an extension module and a library that were pruned': {
      files: page('page/fast.cpython-39-x86_64-linux-gnu.so,sha256=A,1', 'page.libs/libx.so.1,sha256=A,1'),
      findings: [
        'python/page/fast.cpython-39-x86_64-linux-gnu.so: was installed with page 1.0, but is not in the layer',
        'python/page.libs/libx.so.1: was installed with page 1.0, but is not in the layer',
      ],
    },
  },
});
