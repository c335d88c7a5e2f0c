import { testRule } from '../testing/test-rule.ts';
import rule from './standard-library-shadowed.ts';

testRule(rule, {
  accepts: {
    'packages, and modules with such names inside of them': {
      files: { 'python/page/__init__.py': '', 'python/page/enum.py': '', 'python/typing_extensions.py': '' },
    },
    'what is no module of this Python': { files: { 'python/tomllib/__init__.py': '', 'python/imp/data.txt': '' } },
    'what this Python has no more': { target: 'python3.12/x86_64', files: { 'python/distutils/__init__.py': '' } },
    'a folder that another Python searches': { files: { 'python/lib/python3.12/site-packages/enum.py': '' } },
    'a layer for Node': { target: 'nodejs24.x/x86_64', files: { 'python/enum.py': '' } },
  },
  reports: {
    backports: {
      files: {
        'python/enum/__init__.py': '',
        'python/dataclasses.py': '',
        'python/lib/python3.9/site-packages/uuid.py': '',
      },
      findings: [
        'python/dataclasses.py: takes the place of the module dataclasses of the standard library of Python 3.9',
        'python/enum/__init__.py: takes the place of the module enum of the standard library of Python 3.9',
        'python/lib/python3.9/site-packages/uuid.py: takes the place of the module uuid of the standard library of Python 3.9',
      ],
    },
  },
});
