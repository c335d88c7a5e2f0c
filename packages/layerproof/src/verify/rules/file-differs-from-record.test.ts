import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './file-differs-from-record.ts';

const page = (record: string) => ({
  'python/page-1.0.dist-info/METADATA': metadata('page', '1.0'),
  'python/page-1.0.dist-info/RECORD': record,
  'python/page/data.bin': '12345',
});

testRule(rule, {
  accepts: {
    'the size that was installed, and lines that state none': {
      files: page('page/data.bin,sha256=A,5\npage/data.bin,sha256=A,\n'),
    },
    'byte code, which has no digest': { files: page('page/data.bin,,9\n') },
    'byte code with a digest, which was compiled anew': {
      files: {
        ...page('page/__pycache__/a.cpython-39.pyc,sha256=A,9\n'),
        'python/page/__pycache__/a.cpython-39.pyc': '1',
      },
    },
    'a file that is gone': { files: page('page/other.bin,sha256=A,9\n') },
  },
  reports: {
    'a file of another size': {
      files: page('page/data.bin,sha256=A,9\r\n'),
      findings: ['python/page/data.bin: has 5 bytes, but page 1.0 was installed with 9'],
    },
    'a source that was edited, and one that was cut off': {
      files: {
        ...page('page/a.py,sha256=A,9\npage/b.py,sha256=A,99\n'),
        'python/page/a.py': 'x = 1\n',
        'python/page/b.py': 'x = (1,\n',
      },
      findings: [
        'python/page/a.py: has 6 bytes, but page 1.0 was installed with 9',
        'error python/page/b.py: has 8 bytes, but page 1.0 was installed with 99: it ends in the middle of a statement',
      ],
    },
    'a source that lost a name that others take from the module': {
      files: {
        ...page('page/version.py,sha256=A,99\npage/other.py,sha256=A,99\n'),
        'python/page/__init__.py':
          'from page import other, version as stated\n\n__version__ = stated.__version__\nx = other.x\ndef f():\n    y = other.y\n',
        'python/page/version.py': '# Licence\n',
        'python/page/other.py': 'x = 1\n',
      },
      findings: [
        'error python/page/version.py: has 10 bytes, but page 1.0 was installed with 99: it has no __version__, which line 3 of python/page/__init__.py takes from it',
        'python/page/other.py: has 6 bytes, but page 1.0 was installed with 99',
      ],
    },
    'a source that ends in the middle of a name': {
      files: {
        ...page(
          'page/__init__.py,sha256=A,99\npage/other.py,sha256=A,99\npage/b.py,sha256=A,99\npage/c.py,sha256=A,99\npage/d.py,sha256=A,99\n',
        ),
        'python/page/c.py': 'import google_auth\nx = google_au',
        'python/page/d.py': 'def f():\n    if a: pass\n    ra',
        'python/page/__init__.py': 'from .a import Cache\nfrom .a import Memca',
        'python/page/a.py': 'class Cache: pass\nclass Memcache:\n    def __getattr__(self, name): pass\n',
        'python/page/b.py': 'def f():\n    return',
        'python/page/other.py': 'A = 1\nOT',
      },
      findings: [
        'error python/page/__init__.py: has 41 bytes, but page 1.0 was installed with 99: line 2 takes Memca from python/page/a.py, which has none',
        'error python/page/other.py: has 8 bytes, but page 1.0 was installed with 99: it ends in the middle of a statement',
        'python/page/b.py: has 19 bytes, but page 1.0 was installed with 99',
        'error python/page/c.py: has 32 bytes, but page 1.0 was installed with 99: it ends in the middle of a statement',
        'python/page/d.py: has 30 bytes, but page 1.0 was installed with 99',
      ],
    },
    'a shorter source that takes everything from another': {
      files: {
        ...page('page/b.py,sha256=A,99\n'),
        'python/page/a.py': 'x = 1\n',
        'python/page/b.py': 'from page.a import *\n',
      },
      findings: ['python/page/b.py: has 21 bytes, but page 1.0 was installed with 99'],
    },
    'a source that lost a name': {
      files: {
        ...page('page/a.py,sha256=A,9\n'),
        'python/page/a.py': 'x = 1\n',
        'python/page/b.py': 'from .a import x, y\n',
      },
      findings: [
        'error python/page/a.py: has 6 bytes, but page 1.0 was installed with 9: it has no y, which line 1 of python/page/b.py takes from it',
      ],
    },
  },
});
