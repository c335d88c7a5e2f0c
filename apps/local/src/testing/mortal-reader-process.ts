import type { Document, Page } from '@ocr-pipeline/ocr';
import { textReader } from '@ocr-pipeline/pipeline/contracts';
import { guardProcess } from '../server/process-guard.ts';
import { answering, type ReaderQuestion } from '../server/reader-messages.ts';

// A reader process that reads text, a page for each form feed. Some pages do to it what hostile pages do to native code.

guardProcess(Number(process.argv[3]));
process.once('disconnect', () => process.exit());

let hoard: Uint8Array | undefined;

const DEEDS: Readonly<Record<string, () => void>> = {
  poison: () => process.kill(process.pid, 'SIGSEGV'),
  endless: () => {
    for (;;);
  },
  greedy: () => {
    for (hoard = new Uint8Array(2 ** 30); ;) hoard.fill(1);
  },
  bug: () => {
    throw new TypeError('undefined is not a page');
  },
};

function pageOf(document: Document, number: number): Page {
  const page = document.pages[number - 1];
  if (page === undefined) throw new Error(`There is no page ${number}`);
  const text = page.blocks.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n');
  DEEDS[text]?.();
  return page;
}

const reader = textReader();
const answer = answering({
  ...reader,
  async open(bytes) {
    const text = new TextDecoder().decode(bytes);
    if (text.startsWith('open ')) DEEDS[text.slice(5)]?.();
    const document = await reader.read(bytes);
    return {
      engine: document.engine,
      pageCount: document.pages.length,
      numbers: document.pages.map(({ number }) => number),
      page: async (number) => pageOf(document, number),
      close: () => undefined,
    };
  },
});

process.on('message', (question: ReaderQuestion) => {
  void answer(question).then((answered) => process.send?.(answered));
});
