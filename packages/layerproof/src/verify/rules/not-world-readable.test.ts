import { testRule } from '../testing/test-rule.ts';
import rule from './not-world-readable.ts';

testRule(rule, {
  accepts: {
    'the usual modes': {
      files: { python: { folder: true, mode: 0o755 }, 'python/a.py': { mode: 0o644 }, 'bin/a': { mode: 0o755 } },
    },
    'a file that everyone may read but not its group': { files: { 'python/a.py': { mode: 0o604 } } },
    'a symbolic link, whose own mode counts for nothing': { files: { 'python/a.py': { link: 'b.py', mode: 0 } } },
  },
  reports: {
    'what only its owner may read': {
      files: { 'bin/run': { mode: 0o700 }, 'python/a.py': { mode: 0o600 }, 'python/b.py': { mode: 0 } },
      findings: [
        'bin/run: has mode 0700, but others than its owner must read it, as with 0755',
        'python/a.py: has mode 0600, but others than its owner must read it, as with 0644',
        'python/b.py: has mode 0000, but others than its owner must read it, as with 0644',
      ],
    },
    'a folder that others may list but not enter': {
      files: { python: { folder: true, mode: 0o744 } },
      findings: ['python: has mode 0744, but others than its owner must read it, as with 0755'],
    },
  },
});
