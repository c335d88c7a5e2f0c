import type { ZipEntry } from '../formats/zip-reader.ts';
import { isUtf8Name } from '../formats/zip-name.ts';

/** What only the directory of a zip shows; once it is unzipped, nothing of it is left. */
export interface ZipFacts {
  /** Paths of files that occur more than once. */
  readonly duplicates: readonly Duplicate[];
  /** Paths whose names are no UTF-8. */
  readonly foreignNames: readonly string[];
  /** Between which times its entries were changed, as `2024-05-06 07:08:10`; undefined when it has none. */
  readonly times: { readonly earliest: string; readonly latest: string } | undefined;
}

export interface Duplicate {
  readonly path: string;
  /** All of that path have the same bytes, by their size and CRC-32. */
  readonly isSame: boolean;
}

/** An entry of a zip under the path that it gets in the image. */
export interface PlacedEntry {
  readonly path: string;
  readonly entry: ZipEntry;
}

export function zipFacts(placed: readonly PlacedEntry[]): ZipFacts {
  const first = new Map<string, ZipEntry>();
  const duplicates = new Map<string, boolean>();
  let [earliest, latest] = [Infinity, -Infinity];
  for (const { path, entry } of placed) {
    earliest = Math.min(earliest, entry.modified);
    latest = Math.max(latest, entry.modified);
    const other = first.get(path);
    if (other === undefined) first.set(path, entry);
    else if (entry.kind !== 'directory' || other.kind !== 'directory') {
      duplicates.set(path, (duplicates.get(path) ?? true) && isSame(entry, other));
    }
  }
  return {
    duplicates: Array.from(duplicates, ([path, same]) => ({ path, isSame: same })),
    foreignNames: placed.filter(({ entry }) => !isUtf8Name(entry.rawName)).map(({ path }) => path),
    times: placed.length === 0 ? undefined : { earliest: timeText(earliest), latest: timeText(latest) },
  };
}

function isSame(a: ZipEntry, b: ZipEntry): boolean {
  return a.kind === b.kind && a.size === b.size && a.crc32 === b.crc32;
}

/** A time of MS-DOS, its date in the upper half (APPNOTE.TXT 4.4.6): seconds by two, years from 1980. */
function timeText(time: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const bits = (from: number, count: number) => (time >>> from) & ((1 << count) - 1);
  const date = `${1980 + bits(25, 7)}-${two(bits(21, 4))}-${two(bits(16, 5))}`;
  return `${date} ${two(bits(11, 5))}:${two(bits(5, 6))}:${two(2 * bits(0, 5))}`;
}
