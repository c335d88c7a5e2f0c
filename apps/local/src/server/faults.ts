import { Fault } from '@ocr-pipeline/fault';

// What a reader process is not given time or memory for. Only the page, or the document, that took it fails.

export function pageTimeout(number: number, seconds: number): Fault {
  return new Fault(
    'page-timeout',
    `Page ${number} was not read within ${seconds} seconds, which is all that a page has`,
    {
      hint: 'Print the page to a new PDF, or scan it again at 300 dots per inch.',
    },
  );
}

export function pageMemory(number: number, bytes: number): Fault {
  return new Fault('page-memory', `Page ${number} takes more than ${megabytes(bytes)} of memory to read`, {
    hint: 'Print the page to a new PDF, or scan it again at 300 dots per inch.',
  });
}

/** Twice in a row, the second time in a fresh process. */
export function pageCrash(number: number, how: string): Fault {
  return new Fault('page-crash', `Page ${number} was begun twice, and each time ${how}`, {
    hint: 'Print the page to a new PDF, or scan it again; please report it, with the file if that is possible.',
  });
}

export function documentTimeout(step: 'opened' | 'made searchable', seconds: number): Fault {
  return new Fault('document-timeout', `The document was not ${step} within ${seconds} seconds`, {
    hint: 'Print the document to a new PDF and send that.',
  });
}

export function documentMemory(step: 'opened' | 'made searchable', bytes: number): Fault {
  return new Fault('document-memory', `The document takes more than ${megabytes(bytes)} of memory to be ${step}`, {
    hint: 'Split the document and send its parts.',
  });
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
