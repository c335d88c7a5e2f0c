import { tooManyPages } from '../faults.ts';
import { READ_LIMITS } from '../limits.ts';

/** Throws the Fault `too-many-pages`: a document is read whole or not at all, never cut short. */
export function checkPageCount(pageCount: number): void {
  if (pageCount > READ_LIMITS.pages) throw tooManyPages(pageCount, READ_LIMITS.pages);
}
