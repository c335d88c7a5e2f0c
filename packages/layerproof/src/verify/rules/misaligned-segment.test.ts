import { testRule } from '../testing/test-rule.ts';
import rule from './misaligned-segment.ts';

testRule(rule, {
  accepts: {
    'segments that fit, and files that are not loaded': {
      files: { 'python/a.so': { elf: {} }, 'python/b.so': { elf: { misaligned: true, machine: 183 } } },
    },
  },
  reports: {
    'a segment that does not fit': {
      files: { 'python/a.so': { elf: { misaligned: true } } },
      findings: [
        'python/a.so: has a segment whose place in the file does not fit its address, but the loader maps whole pages',
      ],
    },
  },
});
