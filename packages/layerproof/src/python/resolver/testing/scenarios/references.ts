import type { Scenarios } from '../scenario.ts';

const at = (file: string) => `https://elsewhere.example/${file}-py3-none-any.whl`;

/** Direct references, by an address or to a file. */
export const REFERENCES: Scenarios = {
  'one is the one version there is': { there: { 'a 1': [], 'a 2': [] }, ask: [`a @ ${at('a-1')}`], answer: ['a 1'] },
  'of a package that no index has': { there: { 'b 1': [] }, ask: [`a @ ${at('a-7')}`], answer: ['a 7'] },
  'to a file': {
    there: { 'a 1': ['b'], 'b 1': [] },
    ask: ['a @ file:///wheels/a-1-py3-none-any.whl'],
    answer: ['a 1', 'b 1'],
  },
  'that others agree with': {
    there: { 'a 1': [], 'a 2': [], 'b 1': ['a>=1'] },
    ask: [`a @ ${at('a-1')}`, 'b'],
    answer: ['a 1', 'b 1'],
  },
  'that another package does not agree with': {
    there: { 'a 1': [], 'a 2': [], 'b 1': ['a>=2'] },
    ask: [`a @ ${at('a-1')}`, 'b'],
    answer: 'conflicting-requirements',
  },
  'with a marker that does not hold': {
    there: { 'a 1': [] },
    ask: ['a', `b @ ${at('b-1')} ; sys_platform == "win32"`],
    answer: ['a 1'],
  },
  'of a pre-release': {
    there: { 'a 1': [], 'b 1': ['a'] },
    ask: [`a @ ${at('a-2rc1')}`, 'b'],
    answer: ['a 2rc1', 'b 1'],
  },
  'of a package that another one asks for': {
    there: { 'a 1': [`b @ ${at('b-1')}`], 'b 1': [], 'b 2': [] },
    ask: ['a'],
    answer: ['a 1', 'b 1'],
  },
  'that turns up late': {
    there: { 'a 1': ['b'], 'b 1': [], 'b 2': [], 'c 1': ['d'], 'd 1': [`b @ ${at('b-1')}`] },
    ask: ['a', 'c'],
    answer: ['a 1', 'b 1', 'c 1', 'd 1'],
  },
  'that an earlier version did not have': {
    there: { 'a 1': ['b'], 'a 2': [`b @ ${at('b-3')}`, 'c>=2'], 'b 1': [], 'b 3': { isUnlisted: true }, 'c 1': [] },
    ask: ['a'],
    answer: ['a 1', 'b 1'],
  },
  'two that differ': {
    there: { 'a 1': [] },
    ask: [`a @ ${at('a-1')}`, 'a @ https://third.example/a-1-py3-none-any.whl'],
    answer: 'conflicting-requirements',
  },
  'to a wheel of another package': { there: { 'a 1': [] }, ask: [`a @ ${at('b-1')}`], answer: 'wrong-distribution' },
  'to a wheel of another platform': {
    there: {},
    ask: ['a @ https://elsewhere.example/a-1-cp39-cp39-win_amd64.whl'],
    answer: 'no-matching-wheel',
  },
  'in a constraint, for what somebody asks for': {
    there: { 'a 1': ['b'], 'b 1': [], 'b 2': [] },
    ask: ['a'],
    constrain: [`b @ ${at('b-1')}`],
    answer: ['a 1', 'b 1'],
  },
};
