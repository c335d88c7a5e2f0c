import { testRule } from '../testing/test-rule.ts';
import rule from './wrong-python-abi-tag.ts';

const LOADS = 'but python3.9 loads only .cpython-39-x86_64-linux-gnu.so, .abi3.so and .so';

testRule(rule, {
  accepts: {
    'each ending that the target loads': {
      files: { 'python/a.cpython-39-x86_64-linux-gnu.so': '', 'python/b.abi3.so': '', 'python/c.so': '' },
    },
    'a module that is also there for the target': {
      files: { 'python/a.cpython-38-x86_64-linux-gnu.so': '', 'python/a.cpython-39-x86_64-linux-gnu.so': '' },
    },
    'libraries, which carry no such tag': {
      files: { 'python/p.libs/libjpeg-e44fd0cd.so.62.3.0': '', 'lib/libfoo.2.so': '' },
    },
    'any name in a layer for Node': { target: 'nodejs24.x/arm64', files: { 'nodejs/a.cp39-win_amd64.pyd': '' } },
  },
  reports: {
    'a module for another version': {
      files: { 'python/PIL/_imaging.cpython-37m-x86_64-linux-gnu.so': '' },
      findings: [`python/PIL/_imaging.cpython-37m-x86_64-linux-gnu.so: built for cpython-37m (Python 3.7), ${LOADS}`],
    },
    'modules for other systems': {
      files: {
        'python/a.cpython-39-aarch64-linux-gnu.so': '',
        'python/b.cpython-39-darwin.so': '',
        'python/c.cp39-win_amd64.pyd': '',
        'python/d.cpython-39-x86_64-linux-musl.so': '',
        'python/e.pyd': '',
      },
      findings: [
        `python/a.cpython-39-aarch64-linux-gnu.so: built for cpython-39 (Python 3.9 for aarch64-linux-gnu), ${LOADS}`,
        `python/b.cpython-39-darwin.so: built for cpython-39 (Python 3.9 on macOS), ${LOADS}`,
        `python/c.cp39-win_amd64.pyd: built for cp39-win_amd64 (Python 3.9 on Windows), ${LOADS}`,
        `python/d.cpython-39-x86_64-linux-musl.so: built for cpython-39 (Python 3.9 on Alpine Linux), ${LOADS}`,
        `python/e.pyd: built for Python on Windows, ${LOADS}`,
      ],
    },
    'modules for other interpreters and another stable ABI': {
      files: {
        'python/a.pypy39-pp73-x86_64-linux-gnu.so': '',
        'python/b.abi3t.so': '',
        'python/c.cpython-313t-x86_64-linux-gnu.so': '',
      },
      findings: [
        `python/a.pypy39-pp73-x86_64-linux-gnu.so: built for pypy39 (PyPy 3.9 for pp73-x86_64-linux-gnu), ${LOADS}`,
        `python/b.abi3t.so: built for the stable ABI abi3t, ${LOADS}`,
        `python/c.cpython-313t-x86_64-linux-gnu.so: built for cpython-313t (Python 3.13), ${LOADS}`,
      ],
    },
    'as a warning a module for one system in a package for all': {
      files: {
        'python/a-1.dist-info/WHEEL': 'Wheel-Version: 1.0\nTag: py2-none-any\nTag: py3-none-any\n',
        'python/a-1.dist-info/RECORD':
          'a/__init__.py,,\na/_m.cp39-win_amd64.pyd,sha256=abc,12\n"a/_n,1.cp39-win_amd64.pyd",,\n',
        'python/a/_m.cp39-win_amd64.pyd': '',
        'python/b-1.dist-info/WHEEL': 'Tag: cp39-cp39-win_amd64\n',
        'python/b-1.dist-info/RECORD': 'b/_m.cp39-win_amd64.pyd,,\n',
        'python/b/_m.cp39-win_amd64.pyd': '',
      },
      findings: [
        `warning python/a/_m.cp39-win_amd64.pyd: built for cp39-win_amd64 (Python 3.9 on Windows), ${LOADS}; its package says that it runs on any system, so without this file, too`,
        `python/b/_m.cp39-win_amd64.pyd: built for cp39-win_amd64 (Python 3.9 on Windows), ${LOADS}`,
      ],
    },
    'with two digits in the version': {
      target: 'python3.13/arm64',
      files: { 'python/a.cpython-310-aarch64-linux-gnu.so': '' },
      findings: [
        'python/a.cpython-310-aarch64-linux-gnu.so: built for cpython-310 (Python 3.10), but python3.13 loads only .cpython-313-aarch64-linux-gnu.so, .abi3.so and .so',
      ],
    },
  },
});
