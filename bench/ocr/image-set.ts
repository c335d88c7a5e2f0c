import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An image and what stands on it. */
export interface Item {
  readonly id: string;
  /** The path of the image. */
  readonly image: string;
  /** What sort of page it is: receipt, form, book, ... */
  readonly kind: string;
  /** The text in reading order. */
  readonly text: string;
  /** Words that were broken at the end of a line count as one, in the truth and in what was read. */
  readonly joinsHyphens: boolean;
}

interface Manifest {
  readonly items: readonly {
    readonly id: string;
    readonly file: string;
    readonly kind: string;
    readonly text: string;
    readonly source_repo?: string;
  }[];
}

/** Reads a folder with a `manifest.json` that lists its images with their text. */
export function readImageSet(folder: string): Item[] {
  const { items } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  return items.map(({ id, file, kind, text, source_repo = '' }) => ({
    id,
    image: join(folder, file),
    kind,
    text,
    // The truth of the old books was joined by those who typed it.
    joinsHyphens: source_repo.includes('old-books'),
  }));
}
