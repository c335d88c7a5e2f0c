import { statSync } from 'node:fs';
import { join } from 'node:path';
import { READER_ENVIRONMENT } from '../../apps/local/src/server/reader-environment.ts';
import { programOf, runChild } from './child.ts';
import { writeScannedPdf } from './inputs.ts';
import type { PageRead } from './programs/read-pages.ts';
import { readerOptions, type Setting } from './setting.ts';

/** The share of the pages after which memory is looked at. */
const LOOKS = [1 / 6, 1 / 2, 1];

/**
 * A long scanned PDF with one page that cannot be read: the memory after a sixth, half and all of its pages, and whether every
 * page is accounted for.
 */
export async function longDocument(setting: Setting): Promise<void> {
  const { pages, images, work } = setting;
  const file = join(work, 'long.pdf');
  const broken = Math.ceil(pages / 4);
  await writeScannedPdf(images, file, pages, new Set([broken]));
  const args = [JSON.stringify(readerOptions(setting)), file];
  const reads = await runChild<PageRead>(
    { program: programOf('read-pages'), args, environment: READER_ENVIRONMENT },
    ({ number }) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${number} of ${pages}`);
    },
  );
  const megabytes = (statSync(file).size / 1e6).toFixed(0);
  const held = LOOKS.map((share) => {
    const page = reads[Math.ceil(share * pages) - 1];
    return `${(page?.resident ?? Number.NaN).toFixed(0)} MB after page ${String(page?.number)}`;
  });
  console.log(`memory, a scanned PDF of ${pages} pages, ${megabytes} MB: ${held.join(', ')}`);
  const peak = Math.max(...reads.map((read) => read.peak));
  const failed = reads.filter(({ problem }) => problem !== undefined);
  const blank = reads.filter(({ words, problem }) => words === 0 && problem === undefined);
  console.log(
    `peak memory of it: ${peak.toFixed(0)} MB; ${reads.length} of ${pages} pages accounted for, ${blank.length} without a word, ` +
      `failed: ${failed.map(({ number, problem }) => `page ${number} (${String(problem)})`).join(', ')}`,
  );
  if (reads.length !== pages || failed.length !== 1)
    throw new Error(`One page of ${pages} was to fail, page ${broken}`);
}
