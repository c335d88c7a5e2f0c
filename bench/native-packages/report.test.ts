import { describe, expect, test } from 'vitest';
import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';
import { type NativePackage, PACKAGES } from './packages.ts';
import { detailsOf, lineOf, markdownOf, outcomeOf, totalsOf } from './report.ts';
import type { Trial } from './trial.ts';

const native: NativePackage = {
  requirement: 'a',
  modules: ['a'],
  use: 'import a',
  explained: [{ rule: 'missing-shared-library', about: 'libgomp.so.1', why: 'Lambda has none.' }],
};

const loaded: Trial = {
  requirement: 'a',
  runtime: 'python3.9',
  build: 'built',
  words: '',
  version: '1.0',
  packages: 2,
  zippedBytes: 1e6,
  unzippedBytes: 3e6,
  findings: [],
  modules: [{ name: 'a', message: undefined }],
  interpreter: '3.9.18',
  seconds: { build: 1, verify: 0.5, prove: 2 },
};

function finding(message: string, severity: Finding['severity'] = 'error'): Finding {
  return { rule: 'missing-shared-library', severity, path: 'python/a.so', message, fix: 'Add it.' };
}

const failed = { ...loaded, modules: [{ name: 'a', message: 'ImportError: no' }] };
const notBuilt: Trial = { ...loaded, build: 'fault', words: 'error[no-matching-wheel]: none\nhint: another' };

describe('the outcome', () => {
  test.each([
    ['loads', loaded],
    ['loads', { ...loaded, findings: [finding('needs libz.so', 'warning')] }],
    ['not built', notBuilt],
    ['alarm', { ...loaded, build: 'damaged' as const }],
    ['explained', { ...loaded, findings: [finding('needs libgomp.so.1')] }],
    ['alarm', { ...loaded, findings: [finding('needs libgomp.so.1'), finding('needs libGL.so.1')] }],
    ['missed', failed],
  ])('%s', (outcome, trial) => expect(outcomeOf(trial, native)).toBe(outcome));
});

test('what is printed while it runs', () => {
  expect([
    lineOf(loaded, 'loads'),
    lineOf(notBuilt, 'not built'),
    ...detailsOf({ ...failed, findings: [finding('needs libGL.so.1'), finding('a word', 'note')] }),
  ]).toMatchInlineSnapshot(`
    [
      "loads     python3.9  a 1.0: 0 errors, 0 findings, 1 of 1 imported, 3.0 MB, 1.0 + 0.5 + 2.0 s",
      "not built python3.9  a 1.0: error[no-matching-wheel]: none",
      "verify: missing-shared-library: python/a.so: needs libGL.so.1",
      "prove: a: ImportError: no",
    ]
  `);
});

test('the report has a cell for each layer, and in full what is no plain success', () => {
  const missing = { ...loaded, runtime: 'python3.12', findings: [finding('needs libgomp.so.1')] };
  const rows = [loaded, missing, { ...notBuilt, runtime: 'python3.13' }].map((trial) => {
    return { native, trial, outcome: outcomeOf(trial, native) };
  });
  expect(totalsOf(rows)).toBe('3 layers: 1 loads, 1 explained, 1 not built, 0 alarm, 0 missed');
  expect(markdownOf(rows, ['python3.9', 'python3.12', 'python3.13'], 'Title')).toMatchInlineSnapshot(`
    "# Title

    3 layers: 1 loads, 1 explained, 1 not built, 0 alarm, 0 missed

    A cell has the version, the errors and warnings of \`verify\`, and the modules that the interpreter imported of those asked for.

    | package | python3.9 | python3.12 | python3.13 |
    | --- | --- | --- | --- |
    | a | 1.0 · 0e 0w · 1/1 | **explained** 1.0 · 1e 0w · 1/1 | not built |

    ## a 1.0 on python3.12: explained

    missing-shared-library: Lambda has none.

    \`\`\`text
    error[missing-shared-library] python/a.so: needs libgomp.so.1
    \`\`\`

    ## a 1.0 on python3.13: not built

    \`\`\`text
    error[no-matching-wheel]: none
    hint: another
    \`\`\`
    "
  `);
});

test('sixty packages, each once, with something to import and to do', () => {
  const names = PACKAGES.map(({ requirement }) => requirement.toLowerCase());
  expect([names.length, new Set(names).size]).toEqual([60, 60]);
  expect(PACKAGES.filter(({ modules, use }) => modules.length === 0 || !use.includes('import '))).toEqual([]);
});
