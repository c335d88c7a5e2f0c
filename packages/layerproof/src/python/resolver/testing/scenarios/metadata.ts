import type { Scenarios } from '../scenario.ts';

/** What old metadata gets wrong. */
export const METADATA: Scenarios = {
  parentheses: { there: { 'a 1': ['b (<2,>=1)'], 'b 1': [], 'b 2': [] }, ask: ['a'], answer: ['a 1', 'b 1'] },
  'a comma at the end': { there: { 'a 1': ['b (>=1,)'], 'b 1': [] }, ask: ['a'], answer: ['a 1', 'b 1'] },
  'a comma that is missing': {
    there: { 'a 1': ['b (>=1.0<2.0)'], 'b 1': [], 'b 2': [] },
    ask: ['a'],
    answer: ['a 1', 'b 1'],
  },
  'a wildcard where none may be': { there: { 'a 1': ['b>=1.*'], 'b 1': [] }, ask: ['a'], answer: ['a 1', 'b 1'] },
  'a wildcard without its dot': {
    there: { 'a 1': ['b!=1.5*'], 'b 1.4': [], 'b 1.5.2': [] },
    ask: ['a'],
    answer: ['a 1', 'b 1.4'],
  },
  'anything newer than dev': { there: { 'a 1': ['b (>dev)'], 'b 1': [] }, ask: ['a'], answer: ['a 1', 'b 1'] },
  'quotes around a version': { there: { 'a 1': ["b>='1.0'"], 'b 1': [] }, ask: ['a'], answer: ['a 1', 'b 1'] },
  'a line beyond repair rules out its version': { there: { 'a 1': [], 'a 2': ['b ==='] }, ask: ['a'], answer: ['a 1'] },
  'a line beyond repair of the only version': { there: { 'a 1': ['b (>= unknown)'] }, ask: ['a'], answer: 'bad-wheel' },
  'a line beyond repair of another platform does not matter': {
    there: { 'a 1': ['b (>= unknown); sys_platform == "win32"'] },
    ask: ['a'],
    answer: ['a 1'],
  },
  'a line beyond repair of an extra that nobody wants does not matter': {
    there: { 'a 1': ['b (>= unknown); extra == "m"'] },
    ask: ['a'],
    answer: ['a 1'],
  },
  'a line beyond repair of an extra that somebody wants': {
    there: { 'a 1': [], 'a 2': ['b (>= unknown); extra == "m"'] },
    ask: ['a[m]'],
    answer: ['a 1'],
  },
};
