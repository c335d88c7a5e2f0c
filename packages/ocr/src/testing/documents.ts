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
  '`code`',
  '<!--',
  "=cmd|'/c'!A0",
  '\u202Egnp.exe',
  'שלום',
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

/** A document with everything that a page may have: a heading, text with known characters, a list, a table; and a page unread. */
export function richDocument(): Document {
  const text = lineAt('Total of 2', { left: 50, top: 110 });
  const words = text.words.map((word) => {
    const { left, width } = word.box;
    const count = [...word.text].length;
    return { ...word, edges: Array.from({ length: count + 1 }, (_, index) => left + (index * width) / count) };
  });
  const cells = RICH_TABLE.flatMap((row, index) =>
    row.flatMap((cell, column) =>
      cell === '' ? [] : [lineAt(cell, { left: 50 + 300 * column, top: 300 + 30 * index })],
    ),
  );
  const items = ['- one', '- two', '3. three'].map((item, index) => lineAt(item, { left: 50, top: 180 + 30 * index }));
  const [page] = documentOfBlocks([
    { kind: 'heading', lines: [lineAt('Of Paper', { left: 50, top: 20, height: 40 })] },
    { lines: [{ ...text, words }] },
    { lines: items },
    { kind: 'table', lines: cells },
  ]).pages;
  const { pages, ...rest } = hostileDocument();
  return {
    ...rest,
    pages: [
      ...(page === undefined ? [] : [page]),
      ...pages.map((other) => Object.assign({}, other, { number: other.number + 1 })),
    ],
  };
}

/** The table of {@link richDocument}; an empty text is an empty cell. */
export const RICH_TABLE: readonly (readonly string[])[] = [
  ['Item', 'Note', 'Price'],
  ['Paper, A4', 'a "good" one', '4.50'],
  ['Oak', '', '1,204.50'],
  ['A|B `c`', '=1+1', '-36.7'],
];

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
