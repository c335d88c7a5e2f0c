import { Fault } from '@ocr-pipeline/fault';
import type { Document, Page } from '@ocr-pipeline/ocr';
import type { DocumentReader } from '../ports.ts';

/**
 * Reads bytes as text, a page for each form feed, so that tests of the service see a result that depends on the input. Like the
 * real reader it throws a Fault for what it cannot read: here, anything that begins with a zero byte. Pages that are asked for are numbers with commas between.
 */
export function textReader(): DocumentReader {
  return {
    async read(bytes, { pages: asked } = {}, onPage) {
      if (bytes[0] === 0) throw new Fault('unsupported-type', 'The bytes are no text');
      const { pages, ...document } = documentOf(new TextDecoder().decode(bytes).split('\f'));
      const isAsked = ({ number }: Page) => asked === undefined || asked.split(',').includes(String(number));
      const read = pages.filter(isAsked);
      for (let done = 0; done <= read.length; done++) await onPage?.(done, read.length);
      return { ...document, pages: read };
    },
    async searchablePdf(bytes, document) {
      return new TextEncoder().encode(`%PDF-1.7 ${bytes.byteLength} bytes, ${document.pages.length} pages`);
    },
  };
}

function documentOf(pages: readonly string[]): Document {
  const box = { left: 0, top: 0, width: 100, height: 10 };
  return {
    schema: 'ocr-pipeline/document/2',
    engine: { name: 'text', version: '1', models: [] },
    pages: pages.map((page, index) => ({
      number: index + 1,
      width: 100,
      height: 100,
      blocks: [{ box, lines: page.split('\n').map((text) => ({ text, confidence: 1, box, words: [] })) }],
    })),
  };
}
