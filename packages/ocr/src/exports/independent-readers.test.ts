import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../../test/readers/markdown.ts';
import { ALTO_SCHEMA, elementsOf, validateAlto } from '../../../../test/readers/xml.ts';
import { testWithTool } from '../../../../test/tools.ts';
import { documentOfBlocks, HOSTILE_WORDS, hostileWordsInXml, RICH_TABLE, richDocument } from '../testing/documents.ts';
import { documentOf, lineAt } from '../testing/lines.ts';
import { toAlto } from './alto.ts';
import { toCsv } from './csv.ts';
import { toHocr } from './hocr.ts';
import { toMarkdown } from './markdown.ts';

// What is written is read by programs that are not ours.

const document = richDocument();
const emptyDocument = {
  ...documentOf([lineAt('x', { left: 1, top: 1 })]),
  pages: [{ number: 1, width: 9, height: 9, blocks: [] }],
};
const testWithSchema = testWithTool('the schema of ALTO 4.4, named by ALTO_SCHEMA,', ALTO_SCHEMA !== undefined);

describe('ALTO', () => {
  testWithSchema('is valid by the schema of ALTO 4.4, with and without characters, and with an empty page', () => {
    for (const options of [{}, { characters: true }]) {
      const alto = toAlto(document, options);
      validateAlto(alto);
      expect(() => validateAlto(alto.replace('HPOS=', 'XPOS='))).toThrow(/XPOS/);
    }
    validateAlto(toAlto(emptyDocument));
  });

  test('has every word as XML can hold it, on its page', () => {
    const words = elementsOf(toAlto(document), '//a:Page[@PHYSICAL_IMG_NR=3]//a:String').map(
      ({ attributes }) => attributes['CONTENT'],
    );
    expect(words).toEqual(hostileWordsInXml());
  });

  test('has the characters of a word with their places', () => {
    const glyphs = elementsOf(toAlto(document, { characters: true }), '//a:String[@CONTENT="Total"]/a:Glyph');
    expect(glyphs.map(({ attributes }) => attributes['CONTENT']).join('')).toBe('Total');
    expect(glyphs.map(({ attributes }) => attributes['HPOS'])).toEqual(['50', '60', '70', '80', '90']);
    expect(elementsOf(toAlto(document), '//a:Glyph')).toEqual([]);
  });
});

describe('hOCR', () => {
  test('is XML with every word, line and page', () => {
    const hocr = toHocr(document);
    expect(elementsOf(hocr, '//h:div[@class="ocr_page"]')).toHaveLength(3);
    const words = elementsOf(hocr, '//h:div[@id="page_3"]//h:span[@class="ocrx_word"]').map(({ text }) => text);
    expect(words).toEqual(hostileWordsInXml());
  });

  test('has the characters of a word with their places', () => {
    const hocr = toHocr(document, { characters: true });
    const characters = elementsOf(hocr, '//h:span[@class="ocrx_word"][.="Total"]/h:span[@class="ocrx_cinfo"]');
    expect(characters.map(({ text }) => text).join('')).toBe('Total');
    expect(characters[1]?.attributes['title']).toBe('x_bboxes 60 110 70 130');
    expect(elementsOf(toHocr(document), '//h:span[@class="ocrx_cinfo"]')).toEqual([]);
  });
});

describe('Markdown', () => {
  const reading = readMarkdown(toMarkdown(document));

  test('shows the tables of the document, cell by cell', () => {
    expect(reading.tables).toEqual([RICH_TABLE]);
  });

  test('shows headings and lists', () => {
    expect(reading.headings).toEqual([{ depth: 2, text: 'Of Paper' }]);
    expect(reading.items).toEqual(['one', 'two', 'three']);
    expect(reading.paragraphs).toContain('Total of 2');
  });

  test('shows hostile text as text: no HTML, no link, no code comes of it', () => {
    expect(reading.others).toEqual(['hr', 'hr']);
    // The one thing that is ours: what is said of a page that could not be read.
    expect(reading.markup).toEqual(['em']);
    const shown = reading.paragraphs
      .at(-1)
      ?.split('\n')
      .filter((line) => line !== '');
    expect(shown).toEqual(HOSTILE_WORDS.map(legal).filter((line) => line !== ''));
  });

  test.each(HOSTILE_WORDS)('shows %j as text in a heading, a list and a table, too', (word) => {
    const at = (text: string, place: number) =>
      lineAt(text, { left: 50 + 400 * (place % 2), top: 100 + 30 * (place >> 1) });
    const table = [word, 'two', 'three', word, 'five', 'six'].map(at);
    const read = readMarkdown(
      toMarkdown(
        documentOfBlocks([
          { kind: 'heading', lines: [lineAt(word, { left: 50, top: 20 })] },
          { lines: [lineAt(`- ${word}`, { left: 50, top: 60 })] },
          { kind: 'table', lines: table },
        ]),
      ),
    );
    expect(read.markup).toEqual([]);
    expect(read.others).toEqual([]);
    const shown = legal(word);
    expect(read.tables).toEqual([
      [
        [shown, 'two'],
        ['three', shown],
        ['five', 'six'],
      ],
    ]);
    if (shown === '') return;
    expect(read.headings.map(({ text }) => text)).toEqual([shown]);
    expect(read.items).toEqual([shown]);
  });
});

describe('CSV', () => {
  test('has the tables of the document, and makes formulas text', () => {
    const rows: string[][] = parse(toCsv(document), { skip_empty_lines: true });
    expect(rows).toEqual(RICH_TABLE.map((row) => row.map((cell) => (cell === '=1+1' ? "'=1+1" : cell))));
  });

  test.each(HOSTILE_WORDS)('holds %j in one cell', (word) => {
    const cells = [word, 'two', 'three', word, 'five', 'six'].map((text, index) =>
      lineAt(text, { left: 50 + 400 * (index % 2), top: 100 + 30 * (index >> 1) }),
    );
    const rows: string[][] = parse(toCsv(documentOfBlocks([{ kind: 'table', lines: cells }])));
    expect(rows.map((row) => row.length)).toEqual([2, 2, 2]);
    expect(rows[0]?.[0]?.replace(/^'(?==)/, '')).toBe(legal(word));
    expect(rows[0]?.[0]).not.toMatch(/^[=+@-]/);
  });
});

/** What may stand in a text file: no control characters, no half of a surrogate pair, no noncharacter. */
function legal(text: string): string {
  return [...text].filter((character) => !['\u0000', '\u0007', '\uD800', '\uFFFF'].includes(character)).join('');
}

test('a document without text is an empty file of each', () => {
  expect(elementsOf(toHocr(emptyDocument), '//h:span')).toEqual([]);
  expect(readMarkdown(toMarkdown(emptyDocument)).paragraphs).toEqual([]);
});
