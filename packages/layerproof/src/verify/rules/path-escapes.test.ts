import { testRule } from '../testing/test-rule.ts';
import rule from './path-escapes.ts';

const BUT = 'but a layer holds paths under /opt, separated by /';

testRule(rule, {
  accepts: {
    'relative paths, dots in names and links inside the layer': {
      files: {
        'python/a..b/...py': '',
        'python/lib64': { link: 'lib' },
        'python/p/up': { link: '../q/../r' },
        'lib/liba.so': { link: '/opt/lib/liba.so.1' },
      },
    },
  },
  reports: {
    'paths that lead elsewhere': {
      files: { '../a': '', '/etc/a': '', 'C:/a': '', 'python/../../a': '' },
      findings: [
        `../a: climbs with .., ${BUT}`,
        `/etc/a: is an absolute path, ${BUT}`,
        `C:/a: starts with a drive letter, ${BUT}`,
        `python/../../a: climbs with .., ${BUT}`,
      ],
    },
    'the backslashes of Windows': {
      files: { 'python\\PIL\\__init__.py': '' },
      findings: [`python\\PIL\\__init__.py: holds a backslash, ${BUT}`],
    },
    'links that leave the layer': {
      files: { 'python/a': { link: '../../etc/passwd' }, 'python/cache': { link: '/tmp/cache' } },
      findings: [
        "python/a: is a symbolic link to ../../etc/passwd, but only /opt is the layer's own",
        "warning python/cache: is a symbolic link to /tmp/cache, but only /opt is the layer's own",
      ],
    },
  },
});
