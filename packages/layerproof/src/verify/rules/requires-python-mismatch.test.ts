import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './requires-python-mismatch.ts';

const wants = (python: string) => metadata('page', '1.0').replace('\n\n', `\nRequires-Python: ${python}\n\n`);

testRule(rule, {
  accepts: {
    'the own version, no wish at all, and a wish that says nothing': {
      files: {
        'python/page-1.0.dist-info/METADATA': wants('>=3.8'),
        'python/letter-1.0.dist-info/METADATA': metadata('letter', '1.0'),
        'python/note-1.0.dist-info/METADATA': wants('any'),
      },
    },
    'a folder that this Python does not search': {
      files: { 'python/lib/python3.12/site-packages/page-1.0.dist-info/METADATA': wants('>=3.12') },
    },
    'a layer for Node': {
      target: 'nodejs24.x/x86_64',
      files: { 'python/page-1.0.dist-info/METADATA': wants('>=3.12') },
    },
  },
  reports: {
    'a package for newer Pythons': {
      files: { 'python/page-1.0.dist-info/METADATA': wants('>=3.10') },
      findings: ['python/page-1.0.dist-info/METADATA: page 1.0 wants Python >=3.10, but python3.9 has 3.9'],
    },
    'a package for older Pythons': {
      target: 'python3.13/arm64',
      files: { 'python/page-1.0.dist-info/METADATA': wants('>=3.6, <3.12') },
      findings: ['python/page-1.0.dist-info/METADATA: page 1.0 wants Python >=3.6, <3.12, but python3.13 has 3.13'],
    },
  },
});
