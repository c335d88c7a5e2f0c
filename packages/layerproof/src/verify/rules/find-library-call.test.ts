import { testRule } from '../testing/test-rule.ts';
import rule from './find-library-call.ts';

testRule(rule, {
  accepts: {
    'a library that the runtime has': {
      files: { 'python/page.py': 'from ctypes.util import find_library\nlibc = find_library("c")\n' },
    },
    'what may fail, and what is done later': {
      files: {
        'python/page.py':
          'import ctypes.util\ntry:\n    a = ctypes.util.find_library("zbar")\nexcept OSError:\n    a = None\ndef f():\n    return ctypes.util.find_library("magic")\n',
      },
    },
    'a function of the same name from elsewhere': {
      files: { 'python/page.py': 'from cffi import find_library\na = find_library("zbar")\n' },
    },
    'frameworks of macOS': {
      files: {
        'python/page/mac.py':
          'from ctypes.util import find_library\na = find_library("objc")\nb = find_library("CoreFoundation")\n',
      },
    },
    'a layer for Node': {
      target: 'nodejs24.x/x86_64',
      files: { 'python/page.py': 'from ctypes.util import find_library\na = find_library("zbar")\n' },
    },
  },
  reports: {
    'a library that is not in the runtime, also when the layer has it': {
      files: {
        'python/page.py': 'from ctypes import util\n\npath = util.find_library("zbar")\n',
        'lib/libzbar.so.0': { elf: {} },
      },
      findings: [
        'python/page.py: line 3 looks for the library zbar with find_library, which finds none of that name in python3.9',
      ],
    },
  },
});
