import type { Scenarios } from '../scenario.ts';

/** Extras, which add to what a version asks for. */
export const EXTRAS: Scenarios = {
  'an extra brings its own': {
    there: { 'a 1': ['b', 'x; extra == "more"'], 'b 1': [], 'x 1': [] },
    ask: ['a[more]'],
    answer: ['a 1', 'b 1', 'x 1'],
  },
  'without it, nothing of it': { there: { 'a 1': ['x; extra == "more"'] }, ask: ['a'], answer: ['a 1'] },
  'in any spelling': {
    there: { 'a 1': ['x; extra == "Much_More"'], 'x 1': [] },
    ask: ['a[much.more]'],
    answer: ['a 1', 'x 1'],
  },
  'two of them': {
    there: { 'a 1': ['x; extra == "m"', 'y; extra == "n"', 'z; extra == "o"'], 'x 1': [], 'y 1': [] },
    ask: ['a[m,n]'],
    answer: ['a 1', 'x 1', 'y 1'],
  },
  'one from each of two askers': {
    there: { 'a 1': ['x; extra == "m"', 'y; extra == "n"'], 'b 1': ['a[n]'], 'x 1': [], 'y 1': [] },
    ask: ['a[m]', 'b'],
    answer: ['a 1', 'b 1', 'x 1', 'y 1'],
  },
  'when the package was chosen without before': {
    there: { 'a 1': ['x; extra == "m"'], 'b 1': ['c'], 'c 1': ['a[m]'], 'x 1': [] },
    ask: ['a', 'b'],
    answer: ['a 1', 'b 1', 'c 1', 'x 1'],
  },
  'all, made of the others of the same package': {
    there: { 'a 1': ['a[m,n]; extra == "all"', 'x; extra == "m"', 'y; extra == "n"'], 'x 1': [], 'y 1': [] },
    ask: ['a[all]'],
    answer: ['a 1', 'x 1', 'y 1'],
  },
  'extras in a circle': {
    there: { 'a 1': ['a[n]; extra == "m"', 'a[m]; extra == "n"', 'x; extra == "n"'], 'x 1': [] },
    ask: ['a[m]'],
    answer: ['a 1', 'x 1'],
  },
  'one that the version does not have': {
    there: { 'a 1': ['b'], 'b 1': [] },
    ask: ['a[none]'],
    answer: ['a 1', 'b 1'],
  },
  'an extra with a marker of the target': {
    there: {
      'a 1': ['x; extra == "m" and sys_platform == "linux"', 'y; extra == "m" and sys_platform == "win32"'],
      'x 1': [],
    },
    ask: ['a[m]'],
    answer: ['a 1', 'x 1'],
  },
  'goes back on a version for the sake of its extra': {
    there: { 'a 1': ['x<2; extra == "m"'], 'a 2': ['x>=2; extra == "m"'], 'x 1': [], 'x 2': [] },
    ask: ['a[m]', 'x<2'],
    answer: ['a 1', 'x 1'],
  },
  'the extra comes in the version of its package': {
    there: { 'a 1': ['x; extra == "m"'], 'a 2': ['y; extra == "m"'], 'b 1': ['a<2'], 'x 1': [], 'y 1': [] },
    ask: ['a[m]', 'b'],
    answer: ['a 1', 'b 1', 'x 1'],
  },
  'an extra of which no version can come': {
    there: { 'a 1': ['x<2; extra == "m"'], 'a 2': ['x<1.5; extra == "m"'], 'x 1': [], 'x 2': [] },
    ask: ['a[m]', 'x>=2'],
    answer: 'conflicting-requirements',
  },
  'a constraint with an extra narrows and adds nothing': {
    there: { 'a 1': ['x; extra == "m"'], 'a 2': [] },
    ask: ['a'],
    constrain: ['a[m]<2'],
    answer: ['a 1'],
  },
};
