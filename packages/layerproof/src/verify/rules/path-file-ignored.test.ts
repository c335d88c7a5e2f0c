import { testRule } from '../testing/test-rule.ts';
import rule from './path-file-ignored.ts';

testRule(rule, {
  accepts: {
    'such a file inside of a package, and an empty one': {
      files: { 'python/page/data.pth': '/elsewhere\n', 'python/page.pth': '# nothing\n\n' },
    },
    'a layer for Node': { target: 'nodejs24.x/x86_64', files: { 'python/page.pth': '/elsewhere\n' } },
  },
  reports: {
    'editable installs': {
      files: {
        'python/__editable__.page-1.0.pth': '/home/somebody/page/src\n',
        'python/letter.egg-link': '/home/somebody/letter\n.',
      },
      findings: [
        'python/__editable__.page-1.0.pth: adds /home/somebody/page/src to the path, but Python reads no such file in a layer',
        'python/letter.egg-link: points at a package elsewhere, as a development install does, but only the layer is there',
      ],
    },
    'code that does not run': {
      files: { 'python/distutils-precedence.pth': 'import os; os.environ.get("X")\n' },
      findings: ['note python/distutils-precedence.pth: runs code at the start of Python, but is not read in a layer'],
    },
  },
});
