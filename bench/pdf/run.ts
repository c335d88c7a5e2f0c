import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createReader, type Reader, toText } from '@ocr-pipeline/ocr';
import { modelFolder } from '../../apps/local/src/models/model-folder.ts';
import { pdftotextWords } from '../../test/readers/poppler.ts';
import { answers } from '../../test/tools.ts';
import { readImageSet } from '../ocr/image-set.ts';
import { f1, scoreOf } from '../ocr/score.ts';
import { type BenchDocument, benchDocuments } from './documents.ts';
import { measure } from './measure.ts';
import { ocrmypdfMissing, runOcrmypdf } from './ocrmypdf.ts';
import { meanRow, type Row, tableOf } from './table.ts';

const USAGE = `Usage: npm run bench:pdf -- FOLDER [--models FOLDER] [--keep FOLDER]

  FOLDER    images and their text, listed in a manifest.json
  --models  the folder of PP-OCRv6's models; without it, where \`ocr-pipeline models\` keeps them
  --keep    keeps the searchable PDFs in this folder`;

/**
 * Makes twenty documents searchable with our reader and, beside it, with OCRmyPDF, and prints what pdftotext and qpdf say of the
 * results: words in order, boxes on their ink, soundness, size by input and text, time, and the words by the truth.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { models: { type: 'string' }, keep: { type: 'string' } },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    console.error(USAGE);
    return 2;
  }
  const tools = [
    ['pdftotext', '-v'],
    ['pdfinfo', '-v'],
    ['qpdf', '--version'],
  ].filter((probe) => !answers(probe));
  if (tools.length > 0) {
    console.error(`This needs ${tools.map(([tool]) => tool).join(', ')} (Debian: poppler-utils, qpdf).`);
    return 2;
  }
  const missing = ocrmypdfMissing();
  if (missing !== undefined) console.error(`Without OCRmyPDF: ${missing}.`);
  const models = values.models ?? modelFolder(process.env, process.cwd());
  const reader = createReader({ version: 'v6', modelFolder: models });
  const work = values.keep ?? mkdtempSync(join(tmpdir(), 'bench-pdf-'));
  mkdirSync(work, { recursive: true });
  try {
    const rows: Row[] = [];
    for (const document of await benchDocuments(readImageSet(folder))) {
      rows.push(await rowOf(document, reader, work, missing === undefined));
      console.error(document.name);
    }
    console.log(tableOf([...rows, meanRow(rows)]));
  } finally {
    await reader.close();
    if (values.keep === undefined) rmSync(work, { recursive: true });
  }
  return 0;
}

async function rowOf(
  { name, type, bytes, truth }: BenchDocument,
  reader: Reader,
  work: string,
  withPeer: boolean,
): Promise<Row> {
  const path = (kind: string, ending: string) => join(work, `${name.replaceAll(/[^\w-]+/g, '-')}-${kind}.${ending}`);
  const start = performance.now();
  const document = await reader.read(bytes);
  const pdf = await reader.searchablePdf(bytes, document);
  const seconds = (performance.now() - start) / 1000;
  writeFileSync(path('ours', 'pdf'), pdf);
  const found = await measure(path('ours', 'pdf'), pdf, document);
  const ours = {
    ...found,
    name,
    pages: document.pages.length,
    seconds,
    size: pdf.length / (bytes.length + Buffer.byteLength(toText(document))),
    score: wordScore(truth, path('ours', 'pdf')),
  };
  if (!withPeer) return ours;
  writeFileSync(path('input', type), bytes);
  const peerSeconds = runOcrmypdf(path('input', type), path('ocrmypdf', 'pdf'));
  const text = pdftotextWords(path('ocrmypdf', 'pdf')).flat().join(' ');
  const peer = {
    seconds: peerSeconds,
    size: statSync(path('ocrmypdf', 'pdf')).size / (bytes.length + Buffer.byteLength(text)),
    score: wordScore(truth, path('ocrmypdf', 'pdf')),
  };
  return { ...ours, peer };
}

/** F1 of the letters and digits that pdftotext finds, by the truth. */
function wordScore(truth: string, path: string): number {
  return f1(
    scoreOf(
      truth,
      pdftotextWords(path)
        .map((page) => page.join(' '))
        .join('\n'),
    ).alphanumeric,
  );
}

process.exitCode = await main(process.argv.slice(2));
