import { testRule } from '../testing/test-rule.ts';
import rule from './zip-not-reproducible.ts';

const dosTime = (year: number, month: number, day: number, hour: number, minute: number, second: number) =>
  (((year - 1980) << 25) | (month << 21) | (day << 16) | (hour << 11) | (minute << 5) | (second / 2)) >>> 0;

testRule(rule, {
  accepts: {
    'one time for all': {
      zip: [
        { name: 'python/a.py', modified: dosTime(1980, 1, 1, 0, 0, 0) },
        { name: 'python/b.py', modified: dosTime(1980, 1, 1, 0, 0, 0) },
      ],
    },
    'a folder, which is no zip yet': { files: { 'python/a.py': '' } },
    'a zip without entries': { zip: [] },
  },
  reports: {
    'times that differ': {
      zip: [
        { name: 'python/a.py', modified: dosTime(2025, 11, 3, 17, 4, 58) },
        { name: 'python/b.py', modified: dosTime(2107, 12, 31, 23, 59, 58) },
        { name: 'python/c.py', modified: dosTime(2024, 5, 6, 7, 8, 10) },
      ],
      findings: [
        'has files with times from 2024-05-06 07:08:10 to 2107-12-31 23:59:58, so that the same files zipped anew may be another zip',
      ],
    },
  },
});
