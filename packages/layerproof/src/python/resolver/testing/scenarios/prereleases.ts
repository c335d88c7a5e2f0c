import type { Scenarios } from '../scenario.ts';

/** Alphas, betas, release candidates and development releases. */
export const PRERELEASES: Scenarios = {
  'nobody gets one unasked': { there: { 'a 1': [], 'a 2rc1': [] }, ask: ['a'], answer: ['a 1'] },
  'an input that names one gets it': { there: { 'a 1': [], 'a 2rc1': [] }, ask: ['a>=2rc1'], answer: ['a 2rc1'] },
  'an input that names one gets the newest': {
    there: { 'a 1': [], 'a 2b1': [], 'a 2rc1': [] },
    ask: ['a>=2b1'],
    answer: ['a 2rc1'],
  },
  'a constraint may name one': {
    there: { 'a 1': [], 'a 2rc1': [] },
    ask: ['a'],
    constrain: ['a>=2rc1'],
    answer: ['a 2rc1'],
  },
  'of a package that has nothing else': { there: { 'a 1a1': [], 'a 1a2': [] }, ask: ['a'], answer: ['a 1a2'] },
  'in a range that holds nothing else': { there: { 'a 1': [], 'a 2rc1': [] }, ask: ['a>=2.dev0'], answer: ['a 2rc1'] },
  'in a range that names none and holds nothing else': {
    there: { 'a 1': [], 'a 3rc1': [] },
    ask: ['a>2'],
    answer: ['a 3rc1'],
  },
  'when only they suit two askers': {
    there: { 'a 1': [], 'a 2rc1': [], 'a 3': [], 'b 1': ['a<3'] },
    ask: ['a>1', 'b'],
    answer: ['a 2rc1', 'b 1'],
  },
  'a package that names one gets a final version when there is one': {
    there: { 'a 1': ['b>=1rc1'], 'b 1rc1': [], 'b 1': [], 'b 2rc1': [] },
    ask: ['a'],
    answer: ['a 1', 'b 1'],
  },
  'a package that pins one gets it': {
    there: { 'a 1': ['b==2rc1'], 'b 1': [], 'b 2rc1': [] },
    ask: ['a'],
    answer: ['a 1', 'b 2rc1'],
  },
  'not because the final version has no wheel': {
    there: { 'a 1rc1': [], 'a 1': { tags: ['cp312-cp312-win_amd64'] } },
    ask: ['a'],
    answer: 'no-matching-wheel',
  },
  'all of them with --pre': {
    there: { 'a 1': ['b'], 'a 2.dev3': ['b'], 'b 1': [], 'b 2b1': [] },
    ask: ['a'],
    prereleases: true,
    answer: ['a 2.dev3', 'b 2b1'],
  },
  'a version below which one lies': {
    there: { 'a 1': [], 'a 2rc1': [], 'a 2': [] },
    ask: ['a<2'],
    prereleases: true,
    answer: ['a 1'],
  },
};
