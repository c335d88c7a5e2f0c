import { testRule } from '../testing/test-rule.ts';
import rule from './duplicate-path.ts';

testRule(rule, {
  accepts: {
    'paths that are there once': {
      zip: [
        { name: 'python/a.py', data: 'a' },
        { name: 'python/b.py', data: 'a' },
      ],
    },
    'a folder that is named twice': { zip: [{ name: 'python/' }, { name: 'python/' }, { name: 'python/a.py' }] },
    'a folder on disk': { files: { 'python/a.py': '' } },
  },
  reports: {
    'two files, however their path is written': {
      zip: [
        { name: 'python/a.py', data: 'old' },
        { name: './python//a.py', data: 'new' },
        { name: 'python/b.py', data: 'b' },
      ],
      findings: ['python/a.py: is in the zip more than once, and not each time the same'],
    },
    'a third one that differs': {
      zip: [
        { name: 'a', data: 'b' },
        { name: 'a', data: 'b' },
        { name: 'a', data: 'c' },
      ],
      findings: ['a: is in the zip more than once, and not each time the same'],
    },
    'as a warning one file twice': {
      zip: [
        { name: 'python/a.py', data: 'a' },
        { name: 'python/a.py', data: 'a' },
      ],
      findings: ['warning python/a.py: is in the zip more than once, each time the same'],
    },
  },
});
