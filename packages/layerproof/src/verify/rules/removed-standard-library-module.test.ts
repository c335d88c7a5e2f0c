import { testRule } from '../testing/test-rule.ts';
import rule from './removed-standard-library-module.ts';

const files = {
  'python/page/__init__.py': 'from .build import x\n',
  'python/page/build.py': 'from distutils.core import setup\n',
};

testRule(rule, {
  accepts: {
    'an older Python, which has it': { target: 'python3.11/x86_64', files },
    'a layer that brings it back': { target: 'python3.12/x86_64', files: { ...files, 'python/distutils/core.py': '' } },
    'an import that may fail': {
      target: 'python3.13/x86_64',
      files: { 'python/page.py': 'try:\n    import cgi\nexcept ImportError:\n    cgi = None\n' },
    },
    'a layer for Node': { target: 'nodejs24.x/x86_64', files },
  },
  reports: {
    'a package of before': {
      target: 'python3.12/x86_64',
      files,
      findings: [
        'python/page/build.py: line 1 imports distutils, which Python had until 3.11, and python3.12 has 3.12; without it page cannot be imported',
      ],
    },
  },
});
