/**
 * A process that reads the files that it is told of, one line of its input each, and answers each with a line.
 *
 *   node read-queue.ts OPTIONS-OF-THE-READER
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createReader, type ReaderOptions } from '@ocr-pipeline/ocr';
import { letHeapGrow } from '../../../apps/local/src/server/reader-heap.ts';

/** One line of JSON on stdout for each file. */
export interface QueuedRead {
  /** Of processor time. */
  readonly seconds: number;
}

const [options = ''] = process.argv.slice(2);
letHeapGrow();
const reader = createReader(JSON.parse(options) as ReaderOptions);
for await (const file of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  await reader.read(readFileSync(file));
  const { user, system } = process.cpuUsage(before);
  const read: QueuedRead = { seconds: (user + system) / 1e6 };
  console.log(JSON.stringify(read));
}
await reader.close();
