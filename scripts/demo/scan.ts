import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { MODEL_SETS } from '@ocr-pipeline/ocr';
import { fetchMissingModels } from '../../apps/local/src/models/fetch-models.ts';
import { modelFolder } from '../../apps/local/src/models/model-folder.ts';
import { sampleScan } from '../../test/typeset/sample-scan.ts';
import { shareOfWordsRead } from '../../test/typeset/words.ts';
import type { Report } from './report.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const command = ['--conditions=source', join(root, 'apps/local/src/bin.ts')];

/** A demo that reads less than this of its own letter is broken, whatever else worked. */
const WORDS_READ_AT_LEAST = 0.95;

/**
 * The pipeline's half of the demo: a server on an empty embedded store, a scan sent by presigned upload, its text and a
 * searchable PDF fetched into the folder. False when too little of the page was read.
 */
export async function demoScan(folder: string, report: Report): Promise<boolean> {
  report.heading('2  A scanned page through ocr-pipeline, on this machine');
  report.doing('typesetting a letter and scanning it badly');
  const { bytes, text } = await sampleScan();
  const scan = join(folder, 'scan.jpg');
  writeFileSync(scan, bytes);
  report.line(
    `  the page    ${relative(root, scan)}: a letter, printed, then skewed, blurred, speckled and saved as JPEG`,
  );

  const [models] = MODEL_SETS;
  const modelsFolder = modelFolder(process.env, process.cwd());
  report.doing(`fetching ${models.name}`);
  await fetchMissingModels(models, { folder: modelsFolder, environment: process.env, workingFolder: process.cwd() });
  report.line(
    `  the models  ${models.about}, from ${models.source.wheels.map(({ purl }) => purl).join(' and ')}, each file checked by its sha256`,
  );

  report.doing('starting the server');
  const data = mkdtempSync(join(tmpdir(), 'ocr-pipeline-demo-'));
  const server = spawn(
    process.execPath,
    [...command, 'serve', '--port', '0', '--data', data, '--model', models.name, '--json'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  try {
    const endpoint = await addressOf(server);
    report.line(`  the server  ${endpoint}, uploads and jobs in an empty store`);
    report.doing('uploading by presigned URL, and reading');
    await run(process.execPath, [
      ...command,
      'submit',
      scan,
      '--endpoint',
      endpoint,
      '-f',
      'text,json,pdf',
      '-o',
      folder,
    ]);
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(data, { recursive: true, force: true });
  }

  const read = await readFile(join(folder, 'scan.txt'), 'utf8');
  const share = shareOfWordsRead(text, read);
  report.line(
    `  read        ${(share * 100).toFixed(1)}% of its words; a searchable PDF lies in ${relative(root, join(folder, 'scan.pdf'))}`,
  );
  report.line();
  report.block(read.trimEnd());
  return share >= WORDS_READ_AT_LEAST;
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the server has no output');
  for await (const line of createInterface(stdout)) {
    return (JSON.parse(line) as { listening: string }).listening;
  }
  throw new Error('the server ended before it listened');
}
