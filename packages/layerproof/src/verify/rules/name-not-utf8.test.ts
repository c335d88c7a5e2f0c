import { testRule } from '../testing/test-rule.ts';
import rule from './name-not-utf8.ts';

testRule(rule, {
  accepts: {
    'names of ASCII': { zip: [{ name: 'python/a.py' }] },
    'names in UTF-8, whether the zip says so or not': {
      zip: [{ name: 'python/ä.py' }, { name: new TextEncoder().encode('python/ö.py') }],
    },
  },
  reports: {
    'a name in the code of a Windows machine': {
      zip: [{ name: Uint8Array.from([...Buffer.from('python/'), 0x84, 0x2e, 0x70, 0x79]) }],
      findings: ['python/ä.py: has a name that is no UTF-8 in the zip; it stands here as MS-DOS would read it'],
    },
  },
});
