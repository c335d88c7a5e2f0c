import type { Scenarios } from '../scenario.ts';

/** Which version is taken. */
export const CHOICE: Scenarios = {
  'the newest version': { there: { 'a 1': [], 'a 1.10': [], 'a 1.9': [] }, ask: ['a'], answer: ['a 1.10'] },
  'what it needs, and what that needs': {
    there: { 'a 1': ['b'], 'b 1': ['c'], 'c 1': [] },
    ask: ['a'],
    answer: ['a 1', 'b 1', 'c 1'],
  },
  'the newest of a range': { there: { 'a 1': [], 'a 2': [], 'a 3': [] }, ask: ['a<3,>=1'], answer: ['a 2'] },
  'an exact version': { there: { 'a 1.0.0': [], 'a 2': [] }, ask: ['a==1'], answer: ['a 1.0.0'] },
  'a family of versions': {
    there: { 'a 1.4.1': [], 'a 1.4.9': [], 'a 1.5': [] },
    ask: ['a==1.4.*'],
    answer: ['a 1.4.9'],
  },
  'a compatible release': { there: { 'a 1.4.2': [], 'a 1.9': [], 'a 2': [] }, ask: ['a~=1.4'], answer: ['a 1.9'] },
  'all but one': { there: { 'a 1': [], 'a 2': [] }, ask: ['a!=2'], answer: ['a 1'] },
  'all but a family': { there: { 'a 1': [], 'a 2.1': [], 'a 2.2': [] }, ask: ['a!=2.*'], answer: ['a 1'] },
  'arbitrary equality is of the text': { there: { 'a 1.0': [], 'a 1.0.0': [] }, ask: ['a===1.0'], answer: ['a 1.0'] },
  'a later epoch': { there: { 'a 2024.1': [], 'a 1!1.0': [] }, ask: ['a'], answer: ['a 1!1.0'] },
  'a post release': { there: { 'a 1': [], 'a 1.post2': [] }, ask: ['a'], answer: ['a 1.post2'] },
  'no post release above a version': {
    there: { 'a 1': [], 'a 1.post2': [], 'a 2': [] },
    ask: ['a>1,<2'],
    answer: 'no-matching-version',
  },
  'a local version counts as its public one': {
    there: { 'a 1+cpu': [], 'a 2': [] },
    ask: ['a==1'],
    answer: ['a 1+cpu'],
  },
  'the local version that is asked for': {
    there: { 'a 1+cpu': [], 'a 1+cu118': [] },
    ask: ['a==1+cpu'],
    answer: ['a 1+cpu'],
  },
  'names in any spelling': { there: { 'zope-interface 1': [] }, ask: ['Zope.Interface'], answer: ['zope-interface 1'] },
  'the same line twice': { there: { 'a 1': [] }, ask: ['a', 'a'], answer: ['a 1'] },
  'two lines that narrow each other': {
    there: { 'a 1': [], 'a 2': [], 'a 3': [] },
    ask: ['a<3', 'a>1'],
    answer: ['a 2'],
  },
  'only lines whose markers hold': {
    there: { 'a 1': [] },
    ask: ['a', 'b; sys_platform == "win32"', 'c; python_version in "2.7, 3.5"'],
    answer: ['a 1'],
  },
  'markers of the target, also in old spellings': {
    there: {
      'a 1': [
        "b; os.name == 'posix'",
        "c; python_implementation == 'PyPy'",
        "d; (python_version >= '3') and sys_platform != 'win32'",
      ],
      'b 1': [],
      'd 1': [],
    },
    ask: ['a'],
    answer: ['a 1', 'b 1', 'd 1'],
  },
  'packages that need each other': { there: { 'a 1': ['b'], 'b 1': ['a'] }, ask: ['a'], answer: ['a 1', 'b 1'] },
  'a package that needs itself': { there: { 'a 1': ['a>=1'], 'a 2': ['a<2'] }, ask: ['a'], answer: ['a 1'] },
  'nothing at all': { there: {}, ask: [], answer: [] },
};
