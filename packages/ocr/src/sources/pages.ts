import { tooManyPages } from '../faults.ts';

/** What Amazon Textract reads of one document (https://docs.aws.amazon.com/textract/latest/dg/limits-document.html). */
export const PAGES_AT_MOST = 3000;

/** Throws the Fault `too-many-pages`: a document is read whole or not at all, never cut short. */
export function checkPageCount(pageCount: number): void {
  if (pageCount > PAGES_AT_MOST) throw tooManyPages(pageCount, PAGES_AT_MOST);
}
