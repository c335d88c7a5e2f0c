import { badPageRanges, pageNotThere } from './faults.ts';

/** Each part is a number, a range, or a range to the last page. Nobody needs more than 100 parts. */
const RANGES = /^\d{1,6}(-\d{0,6})?(,\d{1,6}(-\d{0,6})?){0,99}$/;

/**
 * The pages that `ranges` such as `1-3,7,9-` names, counted from 1, in order and each once, of a document of `pageCount` pages.
 *
 * Throws the Faults `bad-page-ranges` and `page-not-there`.
 */
export function pageNumbers(ranges: string | undefined, pageCount: number): number[] {
  if (ranges === undefined) return Array.from({ length: pageCount }, (_, index) => index + 1);
  const numbers = new Set<number>();
  for (const [first, last = pageCount] of checkPageRanges(ranges)) {
    if (first > pageCount) throw pageNotThere(first, pageCount);
    if (last > pageCount) throw pageNotThere(last, pageCount);
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return [...numbers].sort((one, other) => one - other);
}

/** The parts of `ranges`, the last page of a part left open undefined. Throws the Fault `bad-page-ranges`. */
export function checkPageRanges(ranges: string): (readonly [first: number, last: number | undefined])[] {
  if (!RANGES.test(ranges)) throw badPageRanges(ranges);
  return ranges.split(',').map((part) => {
    const [first = '', last] = part.split('-');
    const range = [Number(first), last === '' ? undefined : Number(last ?? first)] as const;
    if (range[0] < 1 || (range[1] ?? range[0]) < range[0]) throw badPageRanges(ranges);
    return range;
  });
}
