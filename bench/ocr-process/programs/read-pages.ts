/**
 * A process that reads one document page by page, and says after each how much memory it holds.
 *
 *   node read-pages.ts OPTIONS-OF-THE-READER FILE
 */
import { readFileSync } from 'node:fs';
import { createReader, type ReaderOptions } from '@ocr-pipeline/ocr';
import { letHeapGrow } from '../../../apps/local/src/server/reader-heap.ts';
import { resident } from './resident.ts';

/** One line of JSON on stdout for each page. */
export interface PageRead {
  readonly number: number;
  /** Held after the page, in MB. */
  readonly resident: number;
  /** The most held so far, in MB. */
  readonly peak: number;
  readonly words: number;
  /** The code of what is wrong with the page. */
  readonly problem?: string;
}

const [options = '', file = ''] = process.argv.slice(2);
letHeapGrow();
const reader = createReader(JSON.parse(options) as ReaderOptions);
const reading = await reader.open(readFileSync(file));
for (const number of reading.numbers) {
  const { blocks, problem } = await reading.page(number);
  const words = blocks.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.words.length, 0);
  const { now, peak } = resident();
  const read: PageRead = {
    number,
    resident: now,
    peak,
    words,
    ...(problem === undefined ? {} : { problem: problem.code }),
  };
  console.log(JSON.stringify(read));
}
reading.close();
await reader.close();
