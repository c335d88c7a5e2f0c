import type { Scenarios } from '../scenario.ts';

const FITS = ['cp39-cp39-manylinux_2_17_x86_64'];
const OTHER = ['cp312-cp312-manylinux_2_28_x86_64'];
const [ONE, TWO] = ['1'.repeat(64), '2'.repeat(64)];

/** What the target, the authors and the hashes leave. */
export const WHEELS: Scenarios = {
  'an older version when the newest has no wheel': {
    there: { 'a 1': { tags: FITS }, 'a 2': { tags: OTHER } },
    ask: ['a'],
    answer: ['a 1'],
  },
  'an older version when the newest comes as source': {
    there: { 'a 1': [], 'a 2': { tags: [] } },
    ask: ['a'],
    answer: ['a 1'],
  },
  'no version has a wheel': {
    there: { 'a 1': { tags: OTHER }, 'a 2': { tags: OTHER } },
    ask: ['a'],
    answer: 'no-matching-wheel',
  },
  'only source archives': { there: { 'a 1': { tags: [] } }, ask: ['a'], answer: 'no-matching-version' },
  'a pinned version without a wheel': {
    there: { 'a 1': { tags: FITS }, 'a 2': { tags: OTHER } },
    ask: ['a==2'],
    answer: 'no-matching-wheel',
  },
  'a package in between has no wheel': {
    there: { 'a 1': [], 'a 2': ['b>=2'], 'b 1': { tags: FITS }, 'b 2': { tags: OTHER } },
    ask: ['a'],
    answer: ['a 1'],
  },
  'Requires-Python of the index': {
    there: { 'a 1': [], 'a 2': { requiresPython: '>=3.10' } },
    ask: ['a'],
    answer: ['a 1'],
  },
  'Requires-Python that only METADATA tells': {
    there: { 'a 1': [], 'a 2': { pythonInMetadata: '>=3.10' } },
    ask: ['a'],
    answer: ['a 1'],
  },
  'Requires-Python of the only version': {
    there: { 'a 1': { pythonInMetadata: '>=3.10' } },
    ask: ['a'],
    answer: 'no-matching-wheel',
  },
  'Requires-Python with a comma too many': {
    there: { 'a 1': [], 'a 2': { requiresPython: '>=2.7,!=3.9.*,' } },
    ask: ['a'],
    answer: ['a 1'],
  },
  'Requires-Python that says nothing': { there: { 'a 1': { requiresPython: 'three' } }, ask: ['a'], answer: ['a 1'] },
  'a withdrawn version is passed over': {
    there: { 'a 1': [], 'a 2': { yanked: 'broken' } },
    ask: ['a'],
    answer: ['a 1'],
  },
  'a withdrawn version that an input pins': {
    there: { 'a 1': [], 'a 2': { yanked: 'broken' } },
    ask: ['a==2'],
    answer: ['a 2'],
  },
  'a withdrawn version that a constraint pins': {
    there: { 'a 1': [], 'a 2': { yanked: '' } },
    ask: ['a'],
    constrain: ['a==2'],
    answer: ['a 2'],
  },
  'a withdrawn version that only another package pins': {
    there: { 'a 1': ['b==1'], 'a 2': ['b==2'], 'b 1': [], 'b 2': { yanked: '' } },
    ask: ['a'],
    answer: ['a 1', 'b 1'],
  },
  'only a withdrawn version': { there: { 'a 1': { yanked: 'lost' } }, ask: ['a'], answer: 'no-matching-wheel' },
  'the version of the hash': {
    there: { 'a 1': { sha256: ONE }, 'a 2': { sha256: TWO } },
    ask: [`a --hash=sha256:${ONE}`],
    answer: ['a 1'],
  },
  'a pin whose hash is of another wheel': {
    there: { 'a 1': { sha256: ONE } },
    ask: [`a==1 --hash=sha256:${TWO}`],
    answer: 'no-matching-wheel',
  },
  'a hash for one asks for hashes of all': {
    there: { 'a 1': { sha256: ONE, requires: ['b'] }, 'b 1': [] },
    ask: [`a==1 --hash=sha256:${ONE}`],
    answer: 'hash-missing',
  },
  'hashes for all': {
    there: { 'a 1': { sha256: ONE, requires: ['b'] }, 'b 1': { sha256: TWO } },
    ask: [`a==1 --hash=sha256:${ONE}`, `b==1 --hash=sha256:${TWO}`],
    answer: ['a 1', 'b 1'],
  },
  'a hash that a constraint gives': {
    there: { 'a 1': { sha256: ONE, requires: ['b'] }, 'b 1': { sha256: TWO } },
    ask: [`a==1 --hash=sha256:${ONE}`],
    constrain: [`b==1 --hash=sha256:${TWO}`],
    answer: ['a 1', 'b 1'],
  },
  'hashes required and none given': {
    there: { 'a 1': [] },
    ask: ['a==1'],
    hashesRequired: true,
    answer: 'hash-missing',
  },
};
