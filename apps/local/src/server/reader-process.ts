import { createReader, type ReaderOptions } from '@ocr-pipeline/ocr';
import { answer, type ReaderQuestion } from './reader-messages.ts';

// The whole program of a reader process: questions come from the server that started it, and it ends with that server.

const [options] = process.argv.slice(2);
if (options === undefined) throw new Error('Give the options of the reader as JSON');
const reader = createReader(JSON.parse(options) as ReaderOptions);

// These go to every process of a terminal or a service; the server alone decides, and lets the page in hand be read to its end.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

process.once('disconnect', () => process.exit());

process.on('message', (question: ReaderQuestion) => {
  void answer(question, reader).then((answered) => process.send?.(answered));
});
