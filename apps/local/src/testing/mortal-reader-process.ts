import { textReader } from '@ocr-pipeline/pipeline/contracts';
import { answer, type ReaderQuestion } from '../server/reader-messages.ts';

// A reader process that reads text, and dies of the text "poison" as native code dies of a page.

process.once('disconnect', () => process.exit());

process.on('message', (question: ReaderQuestion) => {
  const text = new TextDecoder().decode(question.bytes);
  if (text === 'poison') process.kill(process.pid, 'SIGSEGV');
  else if (text === 'bug') process.send?.({ id: question.id, error: 'TypeError: undefined is not a page' });
  else void answer(question, textReader()).then((answered) => process.send?.(answered));
});
