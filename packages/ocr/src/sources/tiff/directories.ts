import type { Fault } from '@ocr-pipeline/fault';
import { imageCorrupt, tiffPageMissing, tiffPagesCircular } from '../../faults.ts';

/** How a TIFF writes its numbers. */
export interface TiffLayout {
  readonly littleEndian: boolean;
  /** A BigTIFF has offsets of 8 bytes (https://libtiff.gitlab.io/libtiff/specification/bigtiff.html). */
  readonly isBig: boolean;
}

export interface TiffDirectories extends TiffLayout {
  /** Where the directory of each page begins, in the order of the file. */
  readonly offsets: readonly number[];
  /** The one page is what the file begins with, and nothing comes after it. */
  readonly isOnePage: boolean;
  /** Why the page after the last one cannot be found; undefined when the list of pages comes to its end. */
  readonly broken: Fault | undefined;
}

/** TIFF 6.0, section 8: NewSubfileType, of which bit 0 says that this is a smaller copy of another page, bit 2 that it is a mask. */
const SUBFILE_TYPE = 254;
const NO_PAGE = 0b101;
/** A page has one mask at most, and a smaller copy for each halving of its sides. */
const DIRECTORIES_PER_PAGE = 20;

/** A view into the file that gives undefined beyond its end. */
interface Numbers {
  short(at: number): number | undefined;
  long(at: number): number | undefined;
  /** An offset: 4 bytes, 8 in a BigTIFF. */
  offset(at: number): number | undefined;
}

/**
 * Walks through the list of image file directories (TIFF 6.0, section 2), each once, and stops after `most` pages. Smaller copies
 * and masks of a page are no pages.
 *
 * Throws the Fault `image-corrupt` when not even the first directory is there.
 */
export function readDirectories(bytes: Uint8Array, most: number): TiffDirectories {
  const layout = { littleEndian: bytes[0] === 0x49, isBig: (bytes[2] ?? 0) + (bytes[3] ?? 0) === 43 };
  const numbers = numbersOf(bytes, layout);
  const seen = new Map<number, number>();
  const offsets: number[] = [];
  const first = numbers.offset(layout.isBig ? 8 : 4) ?? 0;
  let at = first;
  let broken: Fault | undefined;
  while (at !== 0 && offsets.length < most && broken === undefined) {
    const known = seen.get(at);
    const directory = known === undefined ? directoryAt(numbers, at, layout) : undefined;
    if (seen.size > most * DIRECTORIES_PER_PAGE) throw imageCorrupt('a TIFF', 'far more copies of pages than pages');
    if (known !== undefined) broken = tiffPagesCircular(offsets.length + 1, known);
    else if (directory === undefined) broken = tiffPageMissing(offsets.length + 1, at, bytes.length);
    else {
      seen.set(at, offsets.length + 1);
      if (directory.isPage) offsets.push(at);
      at = directory.next;
    }
  }
  if (offsets.length === 0) throw imageCorrupt('a TIFF', broken ?? 'a TIFF without pages');
  return { ...layout, offsets, broken, isOnePage: seen.size === 1 && offsets[0] === first && broken === undefined };
}

/** What a directory says of itself; undefined when it reaches beyond the end of the file. */
function directoryAt(
  numbers: Numbers,
  at: number,
  { isBig }: TiffLayout,
): { isPage: boolean; next: number } | undefined {
  const [head, entryBytes] = isBig ? [8, 20] : [2, 12];
  const count = isBig ? numbers.offset(at) : numbers.short(at);
  if (count === undefined) return undefined;
  const next = numbers.offset(at + head + count * entryBytes);
  if (next === undefined) return undefined;
  // Entries are sorted by their tag, and this is the smallest that there is.
  const isMarked = numbers.short(at + head) === SUBFILE_TYPE;
  const type = isMarked ? (numbers.long(at + head + entryBytes - (isBig ? 8 : 4)) ?? 0) : 0;
  return { isPage: (type & NO_PAGE) === 0, next };
}

function numbersOf(bytes: Uint8Array, { littleEndian, isBig }: TiffLayout): Numbers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const within = <Value>(at: number, size: number, read: () => Value) =>
    at >= 0 && at + size <= bytes.length ? read() : undefined;
  const short = (at: number) => within(at, 2, () => view.getUint16(at, littleEndian));
  const long = (at: number) => within(at, 4, () => view.getUint32(at, littleEndian));
  // Beyond 2^53 a number is not exact, but still far beyond the end of any file.
  const longer = (at: number) => within(at, 8, () => Number(view.getBigUint64(at, littleEndian)));
  return { short, long, offset: isBig ? longer : long };
}
