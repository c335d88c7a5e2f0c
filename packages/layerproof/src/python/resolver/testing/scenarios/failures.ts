import type { Scenarios } from '../scenario.ts';

const OTHER = ['cp312-cp312-manylinux_2_28_x86_64'];

/** Versions of which each asks for another thing that is not there, the newest through an extra of what it is made of. */
const LONG = Object.fromEntries(
  Array.from({ length: 9 }, (_, at) => [
    [`a ${at + 1}`, [`b${at + 1}==1`, `core==${at + 1}`, `core[all]; extra == "all"`]] as const,
    [`core ${at + 1}`, [`gone${at + 1}>=1; extra == "all"`]] as const,
    [`b${at + 1} 1`, []] as const,
    [`gone${at + 1} 1`, { tags: [] }] as const,
  ]).flat(),
);

/** What cannot be met, and how that is said. */
export const FAILURES: Scenarios = {
  'a name that no index has': { there: { 'a 1': ['reqests'] }, ask: ['a'], answer: 'unknown-distribution' },
  'a version that is not there': { there: { 'a 1': [], 'a 2': [] }, ask: ['a==3'], answer: 'no-matching-version' },
  'two inputs that disagree': {
    there: { 'a 1': [], 'a 2': [] },
    ask: ['a<2', 'a>=2'],
    answer: 'conflicting-requirements',
  },
  'an input and a constraint': {
    there: { 'a 1': [], 'a 2': [] },
    ask: ['a>=2'],
    constrain: ['a<2'],
    answer: 'conflicting-requirements',
  },
  'two packages that disagree': {
    there: { 'a 1': ['c<2'], 'b 3': ['c>=2'], 'c 1': [], 'c 2': [] },
    ask: ['a', 'b'],
    answer: 'conflicting-requirements',
  },
  'every version of a package and a pin': {
    there: { 'a 1': ['c<2'], 'a 2': ['c<2'], 'a 3': ['c<1.5'], 'c 1': [], 'c 2': [], 'c 3': [] },
    ask: ['a', 'c==3'],
    answer: 'conflicting-requirements',
  },
  'a chain and a pin': {
    there: { 'a 1': ['b'], 'a 2': ['b'], 'b 1': ['c<2'], 'b 2': ['c<1'], 'c 0.5': [], 'c 1': [], 'c 2': [] },
    ask: ['a', 'c>=2'],
    answer: 'conflicting-requirements',
  },
  'the version that would suit has no wheel': {
    there: { 'a 1': ['c<3'], 'c 1': [], 'c 2': { tags: OTHER }, 'c 3': [] },
    ask: ['a', 'c>=2'],
    answer: 'conflicting-requirements',
  },
  'a pin that is withdrawn, of another package': {
    there: { 'a 1': ['b==2'], 'b 1': [], 'b 2': { yanked: 'wrong licence' } },
    ask: ['a'],
    answer: 'no-matching-wheel',
  },
  'three that go together in pairs only': {
    there: {
      'a 1': ['x==1', 'y==1'],
      'b 1': ['x==1', 'z==1'],
      'c 1': ['y==1', 'z==2'],
      'x 1': [],
      'y 1': [],
      'z 1': [],
      'z 2': [],
    },
    ask: ['a', 'b', 'c'],
    answer: 'conflicting-requirements',
  },
  'each version of a package fails in its own way': {
    there: { 'a 1': ['b==1'], 'a 2': ['c==1'], 'b 1': [], 'b 2': [], 'c 1': [], 'c 2': [] },
    ask: ['a', 'b==2', 'c==2'],
    answer: 'conflicting-requirements',
  },
  'a circle of versions that never meet': {
    there: { 'a 1': ['b==2'], 'a 2': ['b==1'], 'b 1': ['a==1'], 'b 2': ['a==2'] },
    ask: ['a'],
    answer: 'conflicting-requirements',
  },
  'a wheel that is missing, of a version that an input does not want': {
    there: { 'a 1': ['c<2'], 'c 1': { tags: OTHER }, 'c 2': [] },
    ask: ['a', 'c>=2'],
    answer: 'conflicting-requirements',
  },
  'a wheel that is missing, far down': {
    there: { 'a 1': ['b'], 'b 1': ['c'], 'c 1': ['d'], 'd 1': { tags: OTHER } },
    ask: ['a'],
    answer: 'no-matching-wheel',
  },
  'a long failure is told by the newest version': { there: LONG, ask: ['a[all]'], answer: 'no-matching-version' },
  'an unknown name that every version needs': {
    there: { 'a 1': ['nowhere'], 'a 2': ['nowhere>1'] },
    ask: ['a'],
    answer: 'unknown-distribution',
  },
  'a distribution that asks for itself in another version': {
    there: { 'a 1': ['a>=2'] },
    ask: ['a'],
    answer: 'conflicting-requirements',
  },
};
