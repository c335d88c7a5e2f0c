import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ODD_FILES } from './testing/odd-files/groups.ts';
import type { Outcome } from './testing/odd-files/read-group.ts';

const PROGRAM = join(import.meta.dirname, 'testing', 'odd-files', 'read-group.ts');

/** What a page of 100 megapixels takes, or PDFium at its limit (768 MB), and the program itself. */
const MEGABYTES_AT_MOST = 1200;
/** A file that hangs fails its group; the longest takes 12 seconds of processor time, and the machine may be busy. */
const KILLED_AFTER_MILLISECONDS = 300_000;

test('there are at least 60 odd files, each with a name of its own', () => {
  expect(Object.values(ODD_FILES).flat().length).toBeGreaterThanOrEqual(60);
  for (const files of Object.values(ODD_FILES)) expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
});

describe.each(Object.entries(ODD_FILES))('%s', (group, files) => {
  let outcomes: readonly Outcome[] = [];

  beforeAll(() => {
    const lines = execFileSync(process.execPath, ['--conditions=source', PROGRAM, group], {
      encoding: 'utf8',
      timeout: KILLED_AFTER_MILLISECONDS,
      killSignal: 'SIGKILL',
    });
    outcomes = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Outcome);
    process.stderr.write(`${group}: ${outcomes.length} files, ${outcomes.at(-1)?.megabytes} MB at most\n`);
  }, KILLED_AFTER_MILLISECONDS + 10_000);

  test.each(files)('$name: $outcome', ({ name, outcome }) => {
    expect(outcomes.find((each) => each.name === name)?.outcome).toBe(outcome);
  });

  test(`takes at most ${MEGABYTES_AT_MOST} MB`, () => {
    expect(outcomes.at(-1)?.megabytes).toBeLessThan(MEGABYTES_AT_MOST);
  });
});
