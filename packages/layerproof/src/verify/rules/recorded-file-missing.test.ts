import { elfBytes } from '../../formats/testing/elf-bytes.ts';
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
        'python/page/__init__.py': '',
        'python/page/fast.so': '',
      },
    },
    'sources that nothing is seen to miss': {
      files: {
        ...page('space/__init__.py,sha256=A,60', 'page/gone.py,sha256=A,1', 'page/sub/__init__.py,sha256=A,900'),
        'python/space/a.py': '',
        'python/page/__init__.py': '',
        'python/page/a.py': 'try:\n    from . import gone\nexcept ImportError:\n    pass\n',
        'python/page/tests/b.py': 'from page import gone\n',
        'python/page/sub/c.py': 'from page.sub import d\n',
        'python/page/sub/d.py': '',
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
    'sources that others import': {
      files: {
        ...page('page/__init__.py,sha256=A,1', 'page/gone.py,sha256=A,1', 'page/sub/__init__.py,sha256=A,900'),
        'python/page/__init__.py': '',
        'python/page/a.py': 'from .gone import x\nfrom .sub import y\n',
        'python/page/sub/c.py': '',
      },
      findings: [
        'python/page/gone.py: was installed with page 1.0, but is not in the layer; line 1 of python/page/a.py imports it',
        'python/page/sub/__init__.py: was installed with page 1.0, but is not in the layer; line 2 of python/page/a.py imports it',
      ],
    },
    'a source that a function imports': {
      files: {
        ...page('page/net.py,sha256=A,1', 'page/other.py,sha256=A,1'),
        'python/page/__init__.py': '',
        'python/page/a.py':
          'def f():\n    from page import net\ndef g():\n    try:\n        from page import other\n    except ImportError:\n        pass\n',
      },
      findings: [
        'python/page/net.py: was installed with page 1.0, but is not in the layer; line 2 of python/page/a.py imports it',
      ],
    },
    'a module of a package without __init__': {
      files: {
        ...page('space/type/gone.py,sha256=A,9', 'space/type/a.py,sha256=A,9', 'space/docs.py,,', 'docs/conf.py,,'),
        'python/space/type/a.py': '',
        'python/docs/other.py': '',
      },
      findings: [
        'python/space/type/gone.py: was installed with page 1.0, but is not in the layer; it is at the top of a package without __init__, where a function alone imports it',
        'python/space/docs.py: was installed with page 1.0, but is not in the layer; it is at the top of a package without __init__, where a function alone imports it',
      ],
    },
    'a source that machine code imports': {
      files: {
        ...page('page/a(b.py,,', 'page/fuzz_py.py,sha256=A,1', 'page/fuzz.py,sha256=A,1', 'page/fast.so,,'),
        'python/page/__init__.py': '',
        'python/page/fast.so': { bytes: Buffer.concat([elfBytes({}), Buffer.from('\0fuzz_py\0')]) },
      },
      findings: [
        'python/page/fuzz_py.py: was installed with page 1.0, but is not in the layer; python/page/fast.so imports it',
      ],
    },
    'an __init__ without which the folder is an empty package': {
      files: { ...page('page/__init__.py,sha256=A,94', 'page/a.py,sha256=A,1'), 'python/page/a.py': '' },
      findings: [
        'python/page/__init__.py: was installed with page 1.0, but is not in the layer; what is left of its folder is a package without a name in it',
      ],
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
