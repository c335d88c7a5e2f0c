import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipBytes } from '../../formats/testing/zip-bytes.ts';
import { runSession } from '../testing/session.ts';

/** Brings the schema of the standard; nothing of it runs. */
const PACKAGE = '@microsoft/jest-sarif@1.0.0-beta.0';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sarif-'));
  execFileSync('npm', ['pack', '--silent', PACKAGE], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('sh', ['-c', 'tar xzf *.tgz'], { cwd });
  writeFileSync(
    join(cwd, 'a layer.zip'),
    zipBytes([
      { name: 'python/a.so', data: '' },
      { name: 'python\\b.py', data: 'b = 1\n' },
      { name: 'python/c.py', data: 'import gone\n' },
    ]),
  );
}, 120_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('a report in SARIF is valid by the schema of the standard', async () => {
  const argv = ['verify', 'a layer.zip', '--runtime', 'python3.12', '--arch', 'arm64', '--format', 'sarif'];
  const { stdout, exit } = await runSession(argv, { cwd });
  const text = readFileSync(join(cwd, 'package/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8');
  // It is written in draft-04, which draft-07 reads but for the name of its identifier; formats are for those who render the log.
  const schema = JSON.parse(text.replace('"id":', '"$id":'));
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true });
  const validate = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
  const log = JSON.parse(stdout);
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  expect(exit).toBe(1);
  expect(log.runs[0].results.length).toBeGreaterThan(2);
  expect(validate({ ...log, version: '1' })).toBe(false);
});
