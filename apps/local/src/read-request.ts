import { extname } from 'node:path';
import { checkPageRanges, READ_LIMITS, READ_MODES, type ReadRequest } from '@ocr-pipeline/ocr';
import type { Options } from './command.ts';
import { badArgument } from './faults.ts';
import { PAGE_LIMITS } from './server/process-reader.ts';

/** What may be asked for of each file, as options of a command. */
export const REQUEST_OPTIONS = {
  mode: {
    type: 'string',
    value: 'MODE',
    about:
      "A PDF's own text: auto takes it where it is sound (the default), force recognises all pages, skip none that has any",
  },
  pages: { type: 'string', value: '1-3,7,9-', about: 'Read these pages only' },
} as const satisfies Options;

/** Throws a Fault `bad-argument` or `bad-page-ranges`. */
export function readRequest(
  { mode = 'auto', pages }: { readonly mode?: string | undefined; readonly pages?: string | undefined },
  usage: string,
): ReadRequest {
  const known = READ_MODES.find((name) => name === mode);
  if (known === undefined) throw badArgument(`--mode is ${mode}, none of ${READ_MODES.join(', ')}`, usage);
  if (pages === undefined) return { mode: known };
  checkPageRanges(pages);
  return { mode: known, pages };
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.bmp': 'image/bmp',
};

/** What a file is declared as, by its name. What it is, its bytes decide. */
export function contentTypeOf(file: string): string {
  return CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

const { bytes, pages, pixels, animationPixels, pagePoints } = READ_LIMITS;
const { pageSeconds, pageMemoryBytes } = PAGE_LIMITS;

/** Every limit of reading, for the help of a command. What goes beyond one has a fault of its own. */
export const LIMITS_HELP: readonly string[] = [
  `A document may have ${Math.round(bytes / 2 ** 20)} MB and ${pages} pages, a page ${pixels / 1e6} megapixels (all frames of an animation`,
  `${animationPixels / 1e6}) or ${pagePoints / 72} inches of a PDF. A page may take ${pageSeconds} seconds and ${pageMemoryBytes / 2 ** 30} GB of memory: beyond that it fails alone,`,
  'and the others are read.',
];
