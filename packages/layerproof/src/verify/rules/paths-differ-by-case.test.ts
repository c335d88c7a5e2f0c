import { testRule } from '../testing/test-rule.ts';
import rule from './paths-differ-by-case.ts';

testRule(rule, {
  accepts: {
    'one name in two folders': { files: { 'python/a/Readme': '', 'python/b/readme': '' } },
  },
  reports: {
    'files and folders that are one elsewhere': {
      files: {
        'python/Crypto/__init__.py': '',
        'python/crypto/__init__.py': '',
        'python/a/X.py': '',
        'python/a/x.py': '',
      },
      findings: [
        'python/a/x.py: differs from python/a/X.py only in capital letters',
        'python/crypto: differs from python/Crypto only in capital letters',
      ],
    },
  },
});
