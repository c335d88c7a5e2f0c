import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImageEntry } from '../image/entry.ts';
import { parseTarget } from '../target/target.ts';
import { type KeptReport, type ReportInput, keptReports } from './kept-report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const target = parseTarget('python3.12', 'x86_64');
const REPORT: KeptReport = {
  findings: [{ rule: 'nested-zip', severity: 'note', path: 'python/a.zip', message: 'a zip', fix: 'Unzip it.' }],
  rulesRun: ['nested-zip'],
};

function entryOf(path: string, facts: Partial<ImageEntry> = {}): ImageEntry {
  const bytes = Buffer.from(path);
  return {
    path,
    mode: 0o644,
    kind: 'file',
    size: bytes.length,
    crc32: crc32(bytes),
    read: () => bytes,
    compressed: undefined,
    artifact: undefined,
    ...facts,
  };
}

function inputOf(entries: readonly ImageEntry[], others: Partial<ReportInput> = {}): ReportInput {
  return { image: { entries, close() {} }, target, resolution: undefined, unzippedElsewhere: 0, ...others };
}

/** How often the rules were run for the inputs, one after the other. */
function runsOf(inputs: readonly ReportInput[], rules: readonly (string | undefined)[] = ['1']): number {
  let runs = 0;
  for (const [index, input] of inputs.entries()) {
    const found = keptReports(folder, rules[index % rules.length]).of(input, () => {
      runs++;
      return REPORT;
    });
    expect(found).toEqual(REPORT);
  }
  return runs;
}

const plain = inputOf([entryOf('python/a.py')]);

test('the same files by the same rules are judged once', () => {
  expect(runsOf([plain, inputOf([entryOf('python/a.py')])])).toBe(1);
});

test.each<[string, ReportInput]>([
  ['another path', inputOf([entryOf('python/b.py')])],
  ['another file beside it', inputOf([entryOf('python/a.py'), entryOf('python/b.py')])],
  ['another artifact', inputOf([entryOf('python/a.py', { artifact: 'ab' })])],
  ['other bytes', inputOf([entryOf('python/a.py', { read: () => Buffer.from('other') })])],
  ['another mode', inputOf([entryOf('python/a.py', { mode: 0o755 })])],
  ['another target', inputOf(plain.image.entries, { target: parseTarget('python3.12', 'arm64') })],
  ['another function', inputOf(plain.image.entries, { unzippedElsewhere: 1 })],
  ['another choice', inputOf(plain.image.entries, { resolution: [] })],
])('%s is judged anew', (_, other) => {
  expect(runsOf([plain, other])).toBe(2);
});

test('other rules judge anew', () => {
  expect(runsOf([plain, plain], ['1', '2'])).toBe(2);
});

test('nothing is kept of files of a folder, nor of rules that are not known', () => {
  const own = inputOf([entryOf('python/a.py', { crc32: undefined })]);
  expect(runsOf([own, own])).toBe(2);
  let runs = 0;
  for (let round = 0; round < 2; round++) {
    keptReports(folder).of(plain, () => {
      runs++;
      return REPORT;
    });
  }
  expect(runs).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['', 'no report', '{"findings": []}'])('a report that was spoilt counts for nothing: %j', (spoilt) => {
  runsOf([plain]);
  const names = readdirSync(join(folder, 'reports'), { recursive: true, encoding: 'utf8' });
  const file = names.find((name) => name.endsWith('.json')) ?? '';
  const path = join(folder, 'reports', file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, spoilt === '' ? whole.replace('nested-zip', 'nested-tar') : spoilt);
  expect(runsOf([plain])).toBe(1);
});
