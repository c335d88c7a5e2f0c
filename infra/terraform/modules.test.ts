import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { testWithTool } from '../../test/tools.ts';
import { copyConfiguration, findProviderMirror, initialise, terraform } from './terraform.ts';

// Terraform itself and a copy of the aws provider on this machine: nothing here opens a connection.
const test = testWithTool(
  'terraform with a mirror of its aws provider',
  findProviderMirror() === undefined ? ['terraform-provider-aws'] : ['terraform', 'version'],
);
const MINUTE = 60_000;

let work: string;
let artifacts: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'terraform-'));
  copyConfiguration(work);
  artifacts = join(work, 'artifacts');
  mkdirSync(artifacts);
  for (const name of ['presigned-url', 'ocr-processor', 'layer']) writeFileSync(join(artifacts, `${name}.zip`), name);
  // Of a manifest, what the module looks at.
  const manifest = {
    target: { runtime: 'nodejs22.x', architecture: 'x86_64' },
    layer: { sha256Base64: createHash('sha256').update('layer').digest('base64') },
  };
  writeFileSync(join(artifacts, 'layer.json'), JSON.stringify(manifest));
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

test('the configuration is formatted', async () => {
  expect(await terraform(work, ['fmt', '-check', '-recursive', '-diff'])).toEqual({ code: 0, text: '' });
});

describe.each(['simple', 'complete'])('examples/%s', (name) => {
  test(
    'is valid',
    async () => {
      const folder = join(work, 'examples', name);
      expect(await initialise(folder)).toMatchObject({ code: 0 });
      expect(await terraform(folder, ['validate'])).toMatchObject({ code: 0 });
    },
    2 * MINUTE,
  );
});

describe.each([
  { name: 'layer', variables: () => [`-var=zip=${artifacts}/layer.zip`, `-var=manifest=${artifacts}/layer.json`] },
  { name: 'private-bucket', variables: () => [] },
  { name: 'ocr-pipeline', variables: () => [`-var=artifacts=${artifacts}`] },
])('modules/$name', ({ name, variables }) => {
  test(
    'keeps its promises',
    async () => {
      const folder = join(work, 'modules', name);
      expect(await initialise(folder)).toMatchObject({ code: 0 });
      const result = await terraform(folder, ['test', ...variables()]);
      expect(result.text).toMatch(/[1-9] passed, 0 failed/);
      expect(result.code).toBe(0);
    },
    2 * MINUTE,
  );
});
