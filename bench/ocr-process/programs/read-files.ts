/**
 * A process that reads files one after another, as a worker of the service does, and says of each what it took.
 *
 *   node read-files.ts OPTIONS-OF-THE-READER FILE...
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createReader, type ReaderOptions } from '@ocr-pipeline/ocr';
import { RESULT_FORMATS, renderDocument } from '@ocr-pipeline/pipeline/results';
import { letHeapGrow } from '../../../apps/local/src/server/reader-heap.ts';
import { forgetPeak, resident } from './resident.ts';

/** One line of JSON on stdout for each file. */
export interface FileRead {
  readonly file: string;
  /** The most memory held while this file was read, in MB. */
  readonly peak: number;
  /** Of processor time. */
  readonly seconds: number;
  /** When it was read, in milliseconds of the machine's clock. */
  readonly readAt: number;
  /** Of the result in every format. */
  readonly sha256: string;
}

const [options = '', ...files] = process.argv.slice(2);
letHeapGrow();
const reader = createReader(JSON.parse(options) as ReaderOptions);
for (const file of files) {
  const before = process.cpuUsage();
  const input = readFileSync(file);
  const document = await reader.read(input);
  const { user, system } = process.cpuUsage(before);
  const readAt = performance.timeOrigin + performance.now();
  const { peak } = resident();
  forgetPeak();
  const digest = createHash('sha256');
  for (const format of RESULT_FORMATS) digest.update(await renderDocument(document, format, input, reader));
  const read: FileRead = { file, peak, seconds: (user + system) / 1e6, readAt, sha256: digest.digest('hex') };
  console.log(JSON.stringify(read));
}
await reader.close();
