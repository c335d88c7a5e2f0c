import type { BlockKind, Document, Line } from '../document.ts';
import { unionOf } from '../geometry.ts';
import { documentOf, lineAt } from './lines.ts';

/** What a page may hold that an export must not pass on as markup, nor as a formula. */
export const HOSTILE_WORDS: readonly string[] = [
  '<script>alert(1)</script>',
  ']]>',
  '"><img',
  "'onerror='x",
  '&amp;',
  '=HYPERLINK("http://example.invalid")',
  '[click](javascript:alert(1))',
  '|cell|',
  'a\u0000\u0007b',
  '\uD800',
  '\uFFFF',
  'Žluťoučký',
  '😀',
];

/** The same as XML can hold them, one by one as a reader of XML finds them. */
export function hostileWordsInXml(): string[] {
  const unwritable = new Set(['\u0000', '\u0007', '\uD800', '\uFFFF']);
  return HOSTILE_WORDS.flatMap((text) => text.split(' ')).map((word) =>
    [...word].filter((character) => !unwritable.has(character)).join(''),
  );
}

/** A document whose words are hostile, on a second page: the first could not be read. */
export function hostileDocument(): Document {
  const lines = HOSTILE_WORDS.map((text, index) => lineAt(text, { left: 50, top: 50 + 30 * index }));
  const document = documentOf(lines);
  const unread = { number: 1, width: 0, height: 0, blocks: [] };
  const problem = { code: 'pdf-page-corrupt', message: 'Page 1 <b>cannot</b> be read' };
  const read = document.pages.map((page) => Object.assign({}, page, { number: 2 }));
  return { ...document, pages: [{ ...unread, problem }, ...read] };
}

/** A document of one page of 800 by 600 pixels with these blocks. */
export function documentOfBlocks(blocks: readonly { kind?: BlockKind; lines: readonly Line[] }[]): Document {
  const document = documentOf(blocks.flatMap(({ lines }) => lines));
  const placed = blocks.map(({ kind, lines }) => ({
    ...(kind === undefined ? {} : { kind }),
    box: unionOf(lines.map(({ box }) => box)),
    lines,
  }));
  return { ...document, pages: document.pages.map((page) => Object.assign({}, page, { blocks: placed })) };
}
