import { formatFault } from '@ocr-pipeline/fault';
import { expect, test } from 'vitest';
import * as faults from './faults.ts';

test('each fault names the two facts that disagree and the next step', () => {
  const all = [
    faults.pageTimeout(7, 120),
    faults.pageMemory(7, 2e9),
    faults.pageCrash(7, 'the reader process ended with SIGSEGV before its answer'),
    faults.documentTimeout('opened', 120),
    faults.documentMemory('made searchable', 2e9),
  ];
  expect(all).toHaveLength(Object.keys(faults).length);
  expect(all.map(formatFault).join('\n\n')).toMatchInlineSnapshot(`
    "error[page-timeout]: Page 7 was not read within 120 seconds, which is all that a page has

    hint: Print the page to a new PDF, or scan it again at 300 dots per inch.

    error[page-memory]: Page 7 takes more than 2000 MB of memory to read

    hint: Print the page to a new PDF, or scan it again at 300 dots per inch.

    error[page-crash]: Page 7 was begun twice, and each time the reader process ended with SIGSEGV before its answer

    hint: Print the page to a new PDF, or scan it again; please report it, with the file if that is possible.

    error[document-timeout]: The document was not opened within 120 seconds

    hint: Print the document to a new PDF and send that.

    error[document-memory]: The document takes more than 2000 MB of memory to be made searchable

    hint: Split the document and send its parts."
  `);
});
