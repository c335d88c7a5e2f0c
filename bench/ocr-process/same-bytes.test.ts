import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleScan } from '../../test/typeset/sample-scan.ts';
import { typesetPage } from '../../test/typeset/typeset-page.ts';
import { writeScannedPdf } from './inputs.ts';
import { readInTwoWays } from './same-bytes.ts';

let work: string;
let files: readonly string[];

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  const [scan, page, pdf] = [join(work, 'scan.jpg'), join(work, 'page.png'), join(work, 'two-pages.pdf')];
  writeFileSync(scan, (await sampleScan()).bytes);
  writeFileSync(page, await typesetPage({ text: 'Of another size,\nand turned', width: 700, height: 300, margin: 60 }));
  await writeScannedPdf([page, page], pdf, 2, new Set([2]));
  files = [scan, pdf, page];
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

// The packages from their source, as all tests take them.
const source = { node: process.execPath, nodeOptions: ['--conditions=source'] };

test('what is read is the same in every format, whatever was read before, in two processes', async () => {
  expect(await readInTwoWays(files, [{ ...source, options: { version: 'v4' } }])).toEqual([]);
});

test('what is read in another way is told', async () => {
  const [, , page = ''] = files;
  const readings = [
    { ...source, options: { version: 'v4', script: 'latin' } },
    { ...source, options: { version: 'v4', script: 'all' } },
  ] as const;
  expect(await readInTwoWays([page], readings)).toEqual(['page.png']);
});
