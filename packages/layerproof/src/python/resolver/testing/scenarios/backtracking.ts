import type { Scenarios } from '../scenario.ts';

/** Choices that have to be taken back. */
export const BACKTRACKING: Scenarios = {
  'a version whose need another forbids': {
    there: { 'a 1': ['c<2'], 'a 2': ['c>=2'], 'b 1': ['c<2'], 'c 1': [], 'c 2': [] },
    ask: ['a', 'b'],
    answer: ['a 1', 'b 1', 'c 1'],
  },
  'over packages that have nothing to do with it': {
    there: {
      'a 1': ['d<2'],
      'a 2': ['d<2'],
      'a 3': ['d>=2'],
      'b 1': [],
      'b 2': [],
      'c 1': ['d<2'],
      'd 1': [],
      'd 2': [],
    },
    ask: ['a', 'b', 'c'],
    answer: ['a 2', 'b 2', 'c 1', 'd 1'],
  },
  'of the older of two, when the newer one does not matter': {
    there: { 'a 1': ['c==1'], 'a 2': ['c==2'], 'b 1': ['c==1'], 'b 2': ['c==3'], 'c 1': [], 'c 2': [], 'c 3': [] },
    ask: ['a', 'b'],
    answer: ['a 1', 'b 1', 'c 1'],
  },
  'a package that only the taken-back version needed is left out': {
    there: { 'a 1': [], 'a 2': ['b', 'c>=2'], 'b 1': [], 'c 1': [] },
    ask: ['a'],
    answer: ['a 1'],
  },
  'an unknown name of a newer version': { there: { 'a 1': [], 'a 2': ['nowhere'] }, ask: ['a'], answer: ['a 1'] },
  'a pin far down': {
    there: {
      'a 1': ['b<2'],
      'a 2': ['b'],
      'b 1': ['c<2'],
      'b 2': ['c>=2'],
      'c 1': ['d==1'],
      'c 2': ['d==2'],
      'd 1': [],
      'd 2': [],
    },
    ask: ['a', 'd==1'],
    answer: ['a 2', 'b 1', 'c 1', 'd 1'],
  },
  'a constraint on what is needed far down': {
    there: { 'a 1': ['b'], 'b 1': ['c==1'], 'b 2': ['c==2'], 'c 1': [], 'c 2': [] },
    ask: ['a'],
    constrain: ['c<2', 'nobody==1'],
    answer: ['a 1', 'b 1', 'c 1'],
  },
  'the example of PubGrub: conflict resolution': {
    there: { 'foo 1': [], 'foo 2': ['bar==1'], 'bar 1': ['foo==1'] },
    ask: ['foo>=1'],
    answer: ['foo 1'],
  },
  'the example of PubGrub: a partial satisfier': {
    there: {
      'foo 1.0': [],
      'foo 1.1': ['left==1', 'right==1'],
      'left 1': ['shared>=1'],
      'right 1': ['shared<2'],
      'shared 2': [],
      'shared 1': ['target==1'],
      'target 2': [],
      'target 1': [],
    },
    ask: ['foo', 'target>=2'],
    answer: ['foo 1.0', 'target 2'],
  },
};
