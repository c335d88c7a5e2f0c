import { createReader } from '@ocr-pipeline/ocr';
import { answer, type ReaderQuestion } from './reader-messages.ts';

// The whole program of a reader process: questions come from the server that started it, and it ends with that server.

const reader = createReader({ version: 'v4' });

// These go to every process of a terminal or a service; the server alone decides, and lets the page in hand be read to its end.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

process.once('disconnect', () => process.exit());

process.on('message', (question: ReaderQuestion) => {
  void answer(question, reader).then((answered) => process.send?.(answered));
});
