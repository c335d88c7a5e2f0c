import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installNode } from '../../scripts/install-node.ts';
import { sampleScan } from '../../test/typeset/sample-scan.ts';
import { typesetPage } from '../../test/typeset/typeset-page.ts';
import { readInTwoWays } from './same-bytes.ts';

const OCR_PIPELINE = join(import.meta.dirname, '../../apps/local/src/bin.ts');

let work: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'same-bytes-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('the default models read the same bytes on Node 22 and 24', async () => {
  const modelFolder = join(work, 'models');
  execFileSync(process.execPath, ['--conditions=source', OCR_PIPELINE, 'models', 'add', 'pp-ocr-v6'], {
    env: { ...process.env, OCR_PIPELINE_MODEL_FOLDER: modelFolder },
    stdio: 'ignore',
  });
  const [scan, page] = [join(work, 'scan.jpg'), join(work, 'page.png')];
  writeFileSync(scan, (await sampleScan()).bytes);
  writeFileSync(page, await typesetPage({ text: 'Another page,\nof another size', width: 700, height: 300 }));
  const readings = [22, 24].map((major) => ({
    node: installNode(major, work),
    nodeOptions: ['--conditions=source'],
    options: { version: 'v6', modelFolder } as const,
  }));
  expect(await readInTwoWays([scan, page], readings)).toEqual([]);
});
