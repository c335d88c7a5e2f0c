import { testRule } from '../testing/test-rule.ts';
import rule from './unzipped-too-large.ts';

testRule(rule, {
  accepts: {
    'a layer just below the limit': { files: { a: { size: 262_143_998 }, b: { size: 1 } } },
  },
  reports: {
    'a layer that reaches the limit': {
      files: { a: { size: 262_143_999 }, b: { size: 1 } },
      findings: ['unzips to 262,144,000 bytes, but Lambda takes less than 262,144,000'],
    },
  },
});
