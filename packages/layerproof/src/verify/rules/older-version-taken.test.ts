import rule from './older-version-taken.ts';
import { testRule } from '../testing/test-rule.ts';

const fits = { tags: ['cp39-cp39-manylinux2014_x86_64'] };

testRule(rule, {
  accepts: {
    'the newest version': { resolvedFrom: { a: { '1.0': fits, '2.0': fits } } },
    'an older version than one that was withdrawn': {
      resolvedFrom: { a: { '1.0': fits, '2.0': { yanked: 'broken' } } },
    },
    'a layer of which the resolution is not known': { files: { 'python/a.py': '' } },
  },
  reports: {
    'an older version for want of a C library': {
      resolvedFrom: { a: { '1.0': fits, '1.4': fits, '2.0': { tags: ['cp39-abi3-manylinux_2_28_x86_64'] } } },
      findings: [
        'took a 1.4, as 2.0 has no wheel for python3.9/x86_64: its wheels need glibc 2.28, and python3.9 has 2.26; python3.12/x86_64 takes it',
      ],
    },
    'an older version for want of a CPU, below one that was withdrawn': {
      target: 'python3.9/arm64',
      resolvedFrom: {
        a: { '1.0': { tags: ['cp39-cp39-manylinux2014_aarch64'] }, '2.0': fits, '2.1': { yanked: 'broken' } },
      },
      findings: [
        'took a 1.0, as 2.0 has no wheel for python3.9/arm64: its wheels are for other systems or CPUs; python3.9/x86_64 takes it',
      ],
    },
    'an older version than those that come as source archives only': {
      resolvedFrom: { a: { '1.0': fits, '2.0': { tags: [] }, '2.1rc1': { tags: [] } } },
      findings: ['took a 1.0, as 2.0 comes as a source archive only'],
    },
    'in one note all versions whose authors ended the support of the Python': {
      resolvedFrom: {
        a: { '1.0': fits, '2.0': { requiresPython: '>=3.10', tags: ['cp310-cp310-manylinux2014_x86_64'] } },
        b: { '1.0': {}, '2.0': { requiresPython: '>=3.11' } },
        c: { '1.0': {} },
      },
      findings: [
        'note newer versions are for other Pythons than 3.9: took a 1.0 (2.0 needs >=3.10), b 1.0 (2.0 needs >=3.11)',
      ],
    },
    'a version that is for the Python, rather than a newer one that is not': {
      resolvedFrom: {
        a: {
          '1.0': fits,
          '2.0': { tags: ['cp39-cp39-manylinux_2_28_x86_64', 'cp312-cp312-manylinux_2_28_x86_64'] },
          '3.0': { requiresPython: '>=3.10' },
        },
      },
      findings: [
        'took a 1.0, as 2.0 has no wheel for python3.9/x86_64: its wheels need glibc 2.28, and python3.9 has 2.26; python3.12/x86_64 takes it',
      ],
    },
    'as a note one that is older by a patch release': {
      resolvedFrom: { a: { '2.0.1': fits, '2.0.2': { tags: ['cp310-cp310-manylinux2014_x86_64'] } } },
      findings: [
        'note took a 2.0.1, as 2.0.2 has no wheel for python3.9/x86_64: its wheels are for other Pythons; python3.10/x86_64 takes it',
      ],
    },
    'as a note one whose newer wheels are for no Lambda runtime': {
      resolvedFrom: { a: { '1.0': fits, '2.0': { tags: ['cp39-cp39-win_amd64'] } } },
      findings: ['note took a 1.0, as 2.0 has no wheel for python3.9/x86_64: its wheels are for other systems or CPUs'],
    },
  },
});
