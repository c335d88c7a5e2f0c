import { testRule } from '../testing/test-rule.ts';
import rule from './cpu-feature-needed.ts';

const V3 = { elf: { x86Needed: 0b111 } };
const V4 = { elf: { x86Needed: 0b1111 } };

testRule(rule, {
  accepts: {
    'a file that says nothing, and one for AVX2': {
      target: 'python3.12/x86_64',
      files: { 'python/a.so': { elf: {} }, 'python/b.so': V3 },
    },
    'a file for another CPU, which is a finding of its own': {
      target: 'python3.12/arm64',
      files: { 'python/a.so': V4 },
    },
    'a module of another Python, which is never loaded': {
      target: 'python3.12/x86_64',
      files: { 'python/a.cpython-39-x86_64-linux-gnu.so': V4 },
    },
  },
  reports: {
    'a file for AVX-512, which the loader refuses': {
      target: 'nodejs22.x/x86_64',
      files: { 'nodejs/a.node': V4 },
      findings: ['nodejs/a.node: needs a processor of x86-64-v4 (AVX-512), but Lambda promises x86-64-v3 (AVX2)'],
    },
    'as a warning one on a loader that does not look': {
      target: 'python3.11/x86_64',
      files: { 'python/a.so': V4 },
      findings: ['warning python/a.so: needs a processor of x86-64-v4 (AVX-512), but Lambda promises x86-64-v3 (AVX2)'],
    },
  },
});
