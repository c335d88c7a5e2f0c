import type { Block, Document } from '../document.ts';
import { textRowsOf } from '../layout/text-rows.ts';
import { legalText } from './xml.ts';

/**
 * The document as plain text: a row of the page is a line, a blank line stands between blocks, a form feed between pages; one
 * line feed at the end. An empty document is an empty text. Control characters are left out: a terminal would obey them.
 */
export function toText({ pages }: Document): string {
  const text = pages.map(({ blocks }) => blocks.map(blockText).join('\n\n')).join('\f');
  return text === '' ? '' : `${text}\n`;
}

function blockText({ lines }: Block): string {
  return textRowsOf(lines)
    .map((row) => legalText(row.map(({ text }) => text).join(' ')))
    .filter((row) => row !== '')
    .join('\n');
}
