import { testRule } from '../testing/test-rule.ts';
import rule from './universal-wheel-with-native-code.ts';

const universal = {
  'python/page-1.0.dist-info/WHEEL': 'Wheel-Version: 1.0\nTag: py3-none-any\n',
  'python/page-1.0.dist-info/RECORD': 'page/fast.so,,\npage/tool.exe,,\n',
};

testRule(rule, {
  accepts: {
    'a wheel for a platform': {
      files: {
        'python/page-1.0.dist-info/WHEEL': 'Wheel-Version: 1.0\nTag: cp39-cp39-manylinux_2_17_x86_64\n',
        'python/page-1.0.dist-info/RECORD': 'page/fast.so,,\n',
        'python/page/fast.so': { elf: {} },
      },
    },
    'files of other systems, which do no harm': {
      files: { ...universal, 'python/page/tool.exe': { bytes: Buffer.from('MZ') } },
    },
  },
  reports: {
    'a library in a wheel for every platform': {
      files: { ...universal, 'python/page/fast.so': { elf: {} } },
      findings: ['python/page/fast.so: is built for x86_64, but its package says that it runs on any system'],
    },
  },
});
