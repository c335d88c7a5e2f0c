import { createReader, type ReaderOptions } from '@ocr-pipeline/ocr';
import { guardProcess } from './process-guard.ts';
import { letHeapGrow } from './reader-heap.ts';
import { answering, type ReaderQuestion } from './reader-messages.ts';

// The whole program of a reader process: questions come from the process that started it, and it ends with that.

const [options, memoryBytes] = process.argv.slice(2);
if (options === undefined) throw new Error('Give the options of the reader as JSON, and how many bytes it may take');
const answer = answering(createReader(JSON.parse(options) as ReaderOptions));
guardProcess(Number(memoryBytes));
letHeapGrow();

// These go to every process of a terminal or a service; the server alone decides, and lets the page in hand be read to its end.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

process.once('disconnect', () => process.exit());

process.on('message', (question: ReaderQuestion) => {
  void answer(question).then((answered) => process.send?.(answered));
});
